//! Passes, one file each, and the pipelines that are made of them.
//!
//! A pass registers itself with `inventory`; linking this crate makes all of them known to
//! [`core_ir::registry::linked_passes`]. Call [`link`] where nothing else of this crate is used, so that the linker
//! keeps it. The file, the pass and its lit test in `tests/lit/passes` have one name.

pub mod call_graph;
pub mod candidates;
pub mod canonicalize;
pub mod clone;
pub mod composites;
pub mod constants;
pub mod control_flow;
pub mod convert_custom_ops;
pub mod cse;
pub mod dce;
pub mod effects;
pub mod eqsat;
pub mod facts;
pub mod flexbuffer;
pub mod fold_constants;
pub mod functions;
pub mod greedy;
pub mod inline;
pub mod loop_invariant_code_motion;
pub mod outline;
pub mod pipeline;
pub mod pipelines;
pub mod print_op_stats;
pub mod refine;
pub mod registration;
pub mod resources;
pub mod stored;
pub mod strip_debug_info;
pub mod symbol_dce;
pub mod symbol_privatize;
pub mod tf_decompose_resource_ops;
pub mod tf_forward_variable_reads;
pub mod tf_freeze_table_files;
pub mod tf_freeze_variables;
pub mod tf_functional_control_flow_to_regions;
pub mod tf_guarantee_all_funcs_one_use;
pub mod tf_layout_nhwc;
pub mod tf_lower_einsum;
pub mod tf_prune;
pub mod tf_shape_inference;
pub mod tfl_analyze_variables_pass;
pub mod tfl_canonicalize_boundary_value;
pub mod tfl_cast_bf16_ops_to_f32;
pub mod tfl_custom_ops;
pub mod tfl_dense_resource_elements;
pub mod tfl_downcast_x64;
pub mod tfl_get_arithmetic_count;
pub mod tfl_if_outline;
pub mod tfl_insert_call_once_op;
pub mod tfl_large_constant_fold;
pub mod tfl_legalize_hashtables_tf;
pub mod tfl_legalize_tensorlist;
pub mod tfl_legalize_tf_while;
pub mod tfl_legalize_variables_tf;
pub mod tfl_lift_tflite_flex_ops;
pub mod tfl_modify_io_nodes;
pub mod tfl_optimize_functional_ops;
pub mod tfl_partitioned_topological_sort;
pub mod tfl_pin_ops_with_side_effects;
pub mod tfl_raise_custom_ops;
pub mod tfl_reduce_while_operands;
pub mod tfl_runtime_verify;
pub mod tfl_saturate;
pub mod tfl_split_merged_operands;
pub mod tfl_trim_funcs_tf;
pub mod tfl_while_loop_outline;
pub mod unfold_large_splat_constant;
pub mod unfreeze_mutable_global_tensors;
pub mod verify;

#[doc(hidden)]
pub use core_ir::inventory;

/// Does nothing; a call keeps the passes linked into the program.
pub fn link() {}
