//! Pipelines that have a name.

/// A list of passes with a name of its own.
pub struct Pipeline {
    /// The name, which can stand wherever a pass can.
    pub name: &'static str,
    /// One sentence.
    pub summary: &'static str,
    /// The passes in order, each with its options.
    pub passes: &'static [&'static str],
}

/// Every named pipeline. They hold passes, not other pipelines.
pub const PIPELINES: &[Pipeline] = &[
    Pipeline {
        name: "simplify",
        summary: "Cleans up without changing dialects",
        passes: &["fold-constants", "canonicalize", "cse", "dce"],
    },
    Pipeline {
        name: "tf-to-tfl",
        summary: "Converts an imported TensorFlow module to TFLite operations",
        passes: &[
            // One function per signature, loops and branches with regions.
            "tf-functional-control-flow-to-regions",
            "inline{default-pipeline=}",
            // What nobody uses is dropped first, so that what later passes drop is what they made superfluous.
            "dce",
            "tf-forward-variable-reads",
            "tf-freeze-variables",
            // What is left of variables changes while the model runs, and is written as reads and assignments.
            "tf-device-decompose-resource-ops",
            "tf-forward-variable-reads",
            "tf-freeze-table-files",
            "symbol-dce",
            // Shapes need clean plumbing, and folding needs shapes.
            "tf-prune",
            "tf-shape-inference",
            "fold-constants",
            "canonicalize",
            "cse",
            "dce",
            "tf-lower-einsum",
            "tf-layout-nhwc",
            "canonicalize",
            "fold-constants",
            "tfl-reduce-while-operands",
            // State: variables that change, and tables.
            "unfreeze-mutable-global-tensors",
            "tfl-analyze-variables-pass",
            "tfl-legalize-variables-tf",
            "tfl-legalize-hashtables-tf",
            "tfl-insert-call-once-op",
            "symbol-dce",
            // Rules: algebra, fusion and legalization.
            "tfl-saturate",
            "tfl-custom-ops",
            "fold-constants",
            "canonicalize",
            "cse",
            "dce",
        ],
    },
];
