//! Why an operation has no value.

use std::fmt;

/// Why [`crate::evaluate()`] gives no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EvalError {
    /// There is no kernel for this operation, or none for these element types or attributes. Says which.
    Unsupported(String),
    /// The operation has no value: operands or attributes contradict each other. Says how.
    Invalid(String),
}

/// What a kernel gives: the results in order.
pub type Evaluated = Result<Vec<crate::Tensor>, EvalError>;

impl EvalError {
    pub(crate) fn invalid<T>(why: impl Into<String>) -> Result<T, EvalError> {
        Err(EvalError::Invalid(why.into()))
    }

    pub(crate) fn unsupported<T>(what: impl Into<String>) -> Result<T, EvalError> {
        Err(EvalError::Unsupported(what.into()))
    }
}

impl fmt::Display for EvalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EvalError::Unsupported(what) => write!(f, "no kernel for {what}"),
            EvalError::Invalid(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for EvalError {}
