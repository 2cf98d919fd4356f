//! Saying that there is no conversion, and why.

use crate::{Diagnostic, Failure, Severity};

/// This use of the operation is not for this plugin. Others may be asked, and what nobody converts is told with this
/// reason.
pub fn declined(why: impl Into<String>) -> Failure {
    Failure::Declined(why.into())
}

/// The operation is wrong. Say more with the methods of what comes back; it is a [`Failure`] by `?` or [`Into`].
pub fn failed(message: impl Into<String>) -> Failed {
    Failed(Diagnostic {
        severity: Severity::Error,
        message: message.into(),
        operand: None,
        attr: None,
        help: None,
    })
}

/// An error about an operation.
#[derive(Debug)]
pub struct Failed(Diagnostic);

impl Failed {
    /// It is about this attribute.
    pub fn attr(mut self, name: impl Into<String>) -> Self {
        self.0.attr = Some(name.into());
        self
    }

    /// It is about this operand.
    pub fn operand(mut self, index: usize) -> Self {
        self.0.operand = u32::try_from(index).ok();
        self
    }

    /// What the user can do.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.0.help = Some(help.into());
        self
    }
}

impl From<Failed> for Failure {
    fn from(failed: Failed) -> Self {
        Failure::Failed(vec![failed.0])
    }
}
