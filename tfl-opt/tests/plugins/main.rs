//! Plugins end to end: what the good do, and that the bad can do nothing.
//!
//! What a plugin may try, the code that it ends in, and the test that holds it to that. A call that fails leaves the program
//! as it would be without the plugin, the next operation is converted, and time and memory are bounded: `Attempt::fails`. A
//! file that is refused fails the command before anything of it runs.
//!
//! | | | ends in | test |
//! |-|-|-|-|
//! | 1 | an infinite loop | `plugin-out-of-fuel`, `plugin-watchdog` | `hostile::a_loop_runs_out_of_fuel`, `the_watchdog_stops_what_fuel_does_not` |
//! | 2 | a loop in `start` | `plugin-out-of-fuel` | `hostile::a_loop_at_the_start_is_one_too` |
//! | 3 | allocating without end | `plugin-memory` | `hostile::memory_is_bounded_however_it_is_asked_for` |
//! | 4 | 4 GiB of declared memory | `plugin-memory` | the same |
//! | 5 | a huge table | `plugin-tables` | `hostile::tables_are_bounded` |
//! | 6 | infinite recursion | `plugin-stack` | `hostile::recursion_ends_with_the_stack` |
//! | 7 | a panic | `plugin-panic` | `hostile::a_panic_is_told_with_its_place` |
//! | 8 | filling memory again and again | `plugin-out-of-fuel` | `hostile::filling_memory_costs_what_it_is` |
//! | 9 | a result of 48 MB | `plugin-copy` | `hostile::results_are_bounded_before_they_are_copied` |
//! | 10 | 100,000 times the same 8 MiB | `plugin-copy` | the same |
//! | 11 | a compile bomb | `plugin-compile-memory`, `plugin-compile-time` | `files::a_compile_bomb_is_killed` |
//! | 12 | 60,000 functions; 2,000 instances | `plugin-compile-time`; `plugin-invalid` | `files::many_functions_or_instances_take_no_longer_than_they_may` |
//! | 13 | reading constants that are none, outside, without end | `plugin-read-const`, `plugin-out-of-fuel` | `hostile::constants_are_read_only_where_they_are` |
//! | 14 | a flood of text, with escapes; text that is none | cut and cleaned; `plugin-abi` | `hostile::what_a_plugin_says_is_bounded_and_plain` |
//! | 15 | values that are not there yet, or never | `plugin-fragment`, `plugin-fragment-size` | `hostile::values_of_a_fragment_come_before_their_use` |
//! | 16 | types and numbers that are none | `plugin-types`, `plugin-attr` | `hostile::types_of_a_fragment_are_types` |
//! | 17 | operations that are not its to make, or its own again | `plugin-op-not-allowed` | `hostile::only_some_operations_may_be_made` |
//! | 18 | memory of other calls, chance | there is none | `good::a_plugin_has_no_memory_of_other_calls` |
//! | 19 | another interface | `plugin-version`, `plugin-link`, `plugin-export` | `files::the_interface_is_the_published_one` |
//! |   | what is no component, or cut short, or changed | `plugin-invalid`, `plugin-not-component`, `plugin-too-large`, `plugin-file` | `files::what_is_no_component_is_refused`, `no_flipped_bit_does_harm` |
//! |   | a forged manifest, another digest, a symbolic link | `plugin-manifest`, `plugin-digest`, `plugin-file` | `files::a_manifest_says_what_is_true`, `a_digest_is_a_promise`, `a_symbolic_link_is_no_file` |
//! | 20 | files, clocks, chance, output, sockets, exit | `plugin-wasi`, `plugin-import` | `files::nothing_of_the_system_is_given` |
//! | 21 | machine code in the cache that is another | it is compiled again | `files::the_cache_is_not_trusted` |
//! | 22 | options of a GiB, and such that lead astray | `plugin-options`, `plugin-memory` | `hostile::options_are_a_flexbuffer_or_an_error` |
#![cfg(feature = "plugins")]

mod author;
mod echo;
mod facts;
mod files;
mod good;
mod guide;
mod hostile;
mod museum;
mod support;
