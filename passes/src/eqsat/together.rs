//! Saturation with rules about several operations, which see the program that the others lead to.

use core_ir::Context;
use core_ir::diag::Result;

use super::Options;
use super::bridge::Encoding;
use super::engine::{Run, Saturation};
use super::extract::Extraction;
use super::legality::Legality;
use super::rules::joint;

/// Saturates with the rules about one operation, applies those about several once to the cheapest program there is then,
/// and saturates with what they made.
pub fn saturate<'c>(
    ctx: &'c Context,
    encoding: &mut Encoding<'c>,
    options: &Options<'_>,
) -> Result<Saturation> {
    let mut run = Run::new(ctx, &mut encoding.egraph, options.rules, options.limits);
    run.apply_offered(encoding)?;
    run.saturate(&mut encoding.egraph)?;
    if joint::may_match(ctx, &encoding.egraph, options.rules) {
        let legality = Legality::compute(ctx, encoding, options.target);
        let extraction = Extraction::sketch(ctx, encoding, &legality);
        let groups = joint::groups(ctx, &encoding.egraph, options.rules, &extraction);
        drop(extraction);
        if run.apply_together(&mut encoding.egraph, &groups)? {
            run.saturate(&mut encoding.egraph)?;
        }
    }
    Ok(run.report)
}
