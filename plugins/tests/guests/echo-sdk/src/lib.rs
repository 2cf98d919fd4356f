//! What the plugin beside this does, for `tf.EchoSdk` and with the SDK.

use tfl_opt_plugin::{Attr, Builder, Failure, Fragment, Op, Plugin, Severity, export_plugin, log};

struct Echo;

impl Plugin for Echo {
    fn convert(op: &Op) -> Result<Fragment, Failure> {
        for attr in op.attrs() {
            log(Severity::Note, &format!("{} = {:?}", attr.name, attr.value));
        }
        for (i, operand) in op.operands().iter().enumerate() {
            let (elem, dims) = (operand.ty.elem_type(), &operand.ty.dims);
            log(Severity::Note, &format!("operand {i}: {elem} {dims:?} {:?}", operand.const_len));
        }
        for (i, ty) in op.results().iter().enumerate() {
            log(Severity::Note, &format!("result {i}: {} {:?}", ty.elem_type(), ty.dims));
        }
        // A getter of every kind, on whatever there is: what does not fit is told, and nothing traps.
        for attr in op.attrs() {
            let name = &attr.name;
            let fits = [
                op.int(name).is_ok(),
                op.float(name).is_ok(),
                op.bool(name).is_ok(),
                op.text(name).is_ok(),
                op.ty(name).is_ok(),
                op.shape(name).is_ok(),
                op.symbol(name).is_ok(),
                op.dense(name).is_ok(),
                op.ints(name).is_ok(),
                op.floats(name).is_ok(),
                op.texts(name).is_ok(),
                op.types(name).is_ok(),
            ];
            assert!(!matches!(attr.value, Attr::Opaque(_)) || !fits.contains(&true));
        }
        let mut b = Builder::new(op);
        let operands = (0..op.operands().len()).map(|i| b.operand(i)).collect::<Result<Vec<_>, _>>()?;
        let attrs: Vec<(&str, Attr)> =
            op.attrs().iter().map(|attr| (attr.name.as_str(), attr.value.clone())).collect();
        let results = b.op_with("test.echoed", &operands, &attrs, op.results());
        b.finish(&results)
    }
}

export_plugin!(
    Echo,
    manifest =
        r#"{"id":"test.echo-sdk","version":"1.0.0","wit":"0.1.0","ops":["tf.EchoSdk"],"emits":["test"]}"#
);
