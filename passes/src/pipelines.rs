//! Pipelines that have a name.

/// A list of passes with a name of its own.
pub struct Pipeline {
    /// The name, which can stand wherever a pass can.
    pub name: &'static str,
    /// One sentence.
    pub summary: &'static str,
    /// The options it takes.
    pub options: &'static [PipelineOption],
    /// The passes in order.
    pub passes: &'static [Member],
}

/// An option of a pipeline.
pub struct PipelineOption {
    /// Its name.
    pub name: &'static str,
    /// Its value when it is not given.
    pub default: &'static str,
    /// The values it can have.
    pub values: &'static [&'static str],
    /// One sentence.
    pub help: &'static str,
}

/// A pass of a pipeline.
pub struct Member {
    /// The pass as it would be written in a pipeline. An option whose value is `$name` has the value of the pipeline's
    /// option of that name.
    pub pass: &'static str,
    /// The option of the pipeline, and its value, with which alone the pass runs.
    pub when: Option<(&'static str, &'static str)>,
}

const fn run(pass: &'static str) -> Member {
    Member { pass, when: None }
}

const fn when(option: &'static str, value: &'static str, pass: &'static str) -> Member {
    Member { pass, when: Some((option, value)) }
}

const fn flag(name: &'static str, default: &'static str, help: &'static str) -> PipelineOption {
    PipelineOption { name, default, values: &["true", "false"], help }
}

/// Every named pipeline. They hold passes, not other pipelines.
pub const PIPELINES: &[Pipeline] = &[
    Pipeline {
        name: "simplify",
        summary: "Cleans up without changing dialects",
        options: &[],
        passes: &[run("fold-constants"), run("canonicalize"), run("cse"), run("dce")],
    },
    Pipeline {
        name: "tf-to-tfl",
        summary: "Converts an imported TensorFlow module to TFLite operations",
        options: &[],
        passes: &[
            // One function per signature, loops and branches with regions.
            run("tf-functional-control-flow-to-regions"),
            run("inline{default-pipeline= keep-composites=true}"),
            // What nobody uses is dropped first, so that what later passes drop is what they made superfluous.
            run("dce"),
            run("tf-forward-variable-reads"),
            run("tf-freeze-variables"),
            // What is left of variables changes while the model runs, and is written as reads and assignments.
            run("tf-device-decompose-resource-ops"),
            run("tf-forward-variable-reads"),
            run("tf-freeze-table-files"),
            run("symbol-dce"),
            // Shapes need clean plumbing, and folding needs shapes.
            run("tf-prune"),
            run("tf-shape-inference"),
            run("fold-constants"),
            run("canonicalize"),
            run("cse"),
            run("dce"),
            // What plugins convert, rules convert further. Composites that no plugin takes are what their bodies say.
            run("convert-custom-ops{leave-to-search=true}"),
            run("inline{default-pipeline=}"),
            run("tf-lower-einsum"),
            run("tf-layout-nhwc"),
            run("canonicalize"),
            run("fold-constants"),
            run("tfl-reduce-while-operands"),
            // State: variables that change, and tables.
            run("unfreeze-mutable-global-tensors"),
            run("tfl-analyze-variables-pass"),
            run("tfl-legalize-variables-tf"),
            run("tfl-legalize-hashtables-tf"),
            run("tfl-insert-call-once-op"),
            run("symbol-dce"),
            // Rules: algebra, fusion and legalization.
            run("tfl-saturate"),
            run("tfl-custom-ops"),
            run("fold-constants"),
            run("canonicalize"),
            run("cse"),
            run("dce"),
        ],
    },
    // The names of LiteRT's passes, made of this project's own.
    Pipeline {
        name: "tfl-legalize-tf",
        summary: "Makes TensorFlow operations TFLite operations where rules can, and leaves the others",
        options: &[
            flag("run-tfl-runtime-verification", "true", "whether results must have types that kernels take"),
            flag("preserve-assert-op", "false", "whether assertions stay"),
        ],
        passes: &[
            when("preserve-assert-op", "false", "tf-prune{only=Assert}"),
            // Simplifying what comes out is the business of other passes.
            run(
                "tfl-saturate{target=partial sets=canon;legalize from=tf check-types=$run-tfl-runtime-verification}",
            ),
        ],
    },
    Pipeline {
        name: "tfl-optimize",
        summary: "Makes one TFLite operation of several where rules can",
        options: &[
            flag("enable-canonicalization", "true", "whether the result is simplified too"),
            flag("disable-fuse-mul-and-fc", "false", "whether factors stay beside fully connected layers"),
        ],
        passes: &[
            when(
                "disable-fuse-mul-and-fc",
                "false",
                "tfl-saturate{target=partial sets=canon;fuse from=tfl check-types=false}",
            ),
            when(
                "disable-fuse-mul-and-fc",
                "true",
                "tfl-saturate{target=partial sets=canon;fuse from=tfl check-types=false \
                 disable-rule=scale-into-fully-connected;scale-before}",
            ),
            when("enable-canonicalization", "true", "canonicalize"),
        ],
    },
];
