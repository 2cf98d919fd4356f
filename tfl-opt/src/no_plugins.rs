//! The plugins of a program that was built without them: none.

use std::path::Path;
use std::sync::Arc;

use core_ir::diag::Result;
use core_ir::{Context, Diagnostics};

/// There is nothing to say of plugins.
#[derive(clap::Args, Debug, Default)]
pub(crate) struct PluginArgs {}

/// No plugins.
pub(crate) struct PluginSet;

/// Nothing at work.
pub(crate) struct Session;

impl PluginSet {
    /// There are none.
    pub(crate) fn rules(&self) -> &[(String, String)] {
        &[]
    }
}

impl PluginArgs {
    /// Loads nothing.
    pub(crate) fn load(&self, _: &mut Diagnostics) -> Result<Arc<PluginSet>> {
        Ok(Arc::new(PluginSet))
    }

    /// Starts nothing.
    pub(crate) fn start(
        &self,
        _: &Context,
        _: &Arc<PluginSet>,
        _: Option<&Path>,
    ) -> Result<Option<Arc<Session>>> {
        Ok(None)
    }
}

/// Leaves nothing behind.
pub(crate) fn finish(_: Option<&Session>, _: &mut Diagnostics) {}
