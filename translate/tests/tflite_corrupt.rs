//! Files that are damaged, hostile or very large.

use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use core_ir::text::{ParseOptions, parse_module};
use core_ir::{ConstData, Context, Diagnostics, Graph, TypeId};
use translate::tflite::{WriteOptions, read_bytes, write};

/// Every kind of table: options of all scalar kinds, regions, quantization, strings, variables, custom operators.
const MODEL: &str = r#"
module attributes {tfl.metadata = {labels = "abc"}} {
  func.func @main(%arg0: tensor<?x2xf32> {tf_saved_model.index_path = ["x"]})
      -> (tensor<?x2xf32> {tf_saved_model.index_path = ["y"]}, tensor<2x!tf_type.string> {tf_saved_model.index_path = ["s"]})
      attributes {tf_saved_model.exported_names = ["serving_default"]} {
    %q = "tfl.pseudo_qconst"() <{qtype = tensor<2x2x!quant.uniform<i4:f32:0, {0.5, 0.25}>>,
      value = dense<[[1, -2], [3, 4]]> : tensor<2x2xi4>}> : () -> tensor<2x2x!quant.uniform<i4:f32:0, {0.5, 0.25}>>
    %s = "tfl.pseudo_const"() <{value = dense<["ab", "c"]> : tensor<2x!tf_type.string>}> : () -> tensor<2x!tf_type.string>
    %n = "tfl.no_value"() <{value}> : () -> none
    %v = "tfl.pseudo_const"() <{value = dense<0.0> : tensor<1x2xf32>}> {tfl.is_variable} : () -> tensor<1x2xf32>
    %0 = "tfl.fully_connected"(%arg0, %q, %n) <{fused_activation_function = "RELU", keep_num_dims = true,
      weights_format = "DEFAULT"}> : (tensor<?x2xf32>, tensor<2x2x!quant.uniform<i4:f32:0, {0.5, 0.25}>>, none) -> tensor<?x2xf32>
    %1 = "tfl.custom"(%0, %v) <{custom_code = "Fancy", custom_option = #tfl<const_bytes : "0x0102">}>
      : (tensor<?x2xf32>, tensor<1x2xf32>) -> tensor<?x2xf32>
    %t = "tfl.pseudo_const"() <{value = dense<true> : tensor<i1>}> : () -> tensor<i1>
    %2 = "tfl.if"(%t) ({
      %a = "tfl.leaky_relu"(%1) <{alpha = 0.25 : f32}> : (tensor<?x2xf32>) -> tensor<?x2xf32>
      "tfl.yield"(%a) : (tensor<?x2xf32>) -> ()
    }, {
      %a = "tfl.squeeze"(%1) <{squeeze_dims = [-1]}> : (tensor<?x2xf32>) -> tensor<?x2xf32>
      "tfl.yield"(%a) : (tensor<?x2xf32>) -> ()
    }) : (tensor<i1>) -> tensor<?x2xf32>
    func.return %2, %s : tensor<?x2xf32>, tensor<2x!tf_type.string>
  }
}
"#;

fn parse(ctx: &Context, text: &str) -> Graph {
    dialects::link();
    let mut diags = Diagnostics::new();
    let module = parse_module(ctx, "test.mlir", text, &ParseOptions::default(), &mut diags);
    assert!(!diags.has_errors(), "{:?}", diags.iter().map(ToString::to_string).collect::<Vec<_>>());
    module.unwrap_or_else(|_| panic!("no message means no fault"))
}

fn model() -> Vec<u8> {
    let ctx = Context::new();
    let mut bytes = Vec::new();
    let mut diags = Diagnostics::new();
    let written = write(&ctx, &parse(&ctx, MODEL), &WriteOptions::default(), &mut bytes, &mut diags);
    assert!(written.is_ok(), "{:?}", diags.iter().map(ToString::to_string).collect::<Vec<_>>());
    bytes
}

/// Reads `bytes` and, if that goes well, writes what was read. Gives whether it was read. There is a message for
/// every fault.
fn survives(ctx: &Context, bytes: Vec<u8>) -> bool {
    let mut diags = Diagnostics::new();
    match read_bytes(ctx, Arc::new(bytes), Path::new("damaged.tflite"), &mut diags) {
        Ok(module) => {
            let mut diags = Diagnostics::new();
            let written = write(ctx, &module, &WriteOptions::default(), &mut std::io::sink(), &mut diags);
            assert_eq!(written.is_err(), diags.has_errors());
            true
        }
        Err(_) => {
            assert!(diags.has_errors());
            false
        }
    }
}

#[test]
fn a_file_that_was_cut_off_is_refused() {
    let (ctx, bytes) = (Context::new(), model());
    assert!(survives(&ctx, bytes.clone()));
    for length in 0..bytes.len() {
        let read = survives(&ctx, bytes[..length].to_vec());
        // The end is padding, and before that the metadata's 16 bytes.
        assert!(!read || length + 16 > bytes.len(), "read {length} of {} bytes", bytes.len());
    }
}

#[test]
fn no_flipped_bit_is_worse_than_a_message() {
    let (ctx, bytes) = (Context::new(), model());
    let mut refused = 0;
    for at in 0..bytes.len() * 8 {
        let mut damaged = bytes.clone();
        damaged[at / 8] ^= 1 << (at % 8);
        refused += usize::from(!survives(&ctx, damaged));
    }
    assert!(refused > bytes.len(), "only {refused} of {} damaged files were refused", bytes.len() * 8);
}

#[test]
fn no_overwritten_word_is_worse_than_a_message() {
    let (ctx, bytes) = (Context::new(), model());
    for at in (0..bytes.len() - 3).step_by(4) {
        for word in
            [0u32, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, bytes.len() as u32, 0u32.wrapping_sub(at as u32)]
        {
            let mut damaged = bytes.clone();
            damaged[at..at + 4].copy_from_slice(&word.to_le_bytes());
            survives(&ctx, damaged);
        }
    }
}

/// A file whose subgraphs are all one subgraph, whose tensors are all one tensor: small, and long to read for those who
/// do not notice.
#[test]
fn overlapping_tables_do_not_take_the_square_of_the_size() {
    let count = 40_000u32;
    let mut file: Vec<u8> = Vec::new();
    let word = |file: &mut Vec<u8>, n: u32| file.extend_from_slice(&n.to_le_bytes());
    let half = |file: &mut Vec<u8>, n: u16| file.extend_from_slice(&n.to_le_bytes());
    word(&mut file, 20);
    file.extend_from_slice(b"TFL3");
    // The root's vtable at 8: version in the first field, subgraphs in the third.
    for n in [10, 12, 4, 0, 8] {
        half(&mut file, n);
    }
    half(&mut file, 0);
    // The root at 20.
    word(&mut file, 12);
    word(&mut file, 3);
    word(&mut file, 4);
    // Subgraphs at 32: all point to the table behind the vector.
    word(&mut file, count);
    let table = 32 + 4 + 4 * count + 8;
    for i in 0..count {
        word(&mut file, table - (36 + 4 * i));
    }
    // The subgraph's vtable, with tensors in the first field, and the subgraph.
    for n in [6, 8, 4, 0] {
        half(&mut file, n);
    }
    assert_eq!(file.len() as u32, table);
    word(&mut file, 8);
    word(&mut file, 4);
    let tensors = file.len() as u32;
    word(&mut file, count);
    let tensor = tensors + 4 + 4 * count + 4;
    for i in 0..count {
        word(&mut file, tensor - (tensors + 4 + 4 * i));
    }
    for n in [4, 4] {
        half(&mut file, n);
    }
    word(&mut file, 4);
    let start = std::time::Instant::now();
    assert!(!survives(&Context::new(), file));
    assert!(start.elapsed().as_secs() < 20, "took {:?}", start.elapsed());
}

/// Counts bytes, and keeps the first ones.
struct Head {
    bytes: Vec<u8>,
    total: u64,
}

impl Write for Head {
    fn write(&mut self, piece: &[u8]) -> std::io::Result<usize> {
        let room = 4096 - self.bytes.len();
        self.bytes.extend_from_slice(&piece[..room.min(piece.len())]);
        self.total += piece.len() as u64;
        Ok(piece.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_model_over_two_gibibytes_has_its_weights_behind_the_flatbuffer() {
    const ELEMENTS: i64 = 600 << 20;
    let ctx = Context::new();
    let text = format!(
        "func.func @main() -> tensor<{ELEMENTS}xf32> {{
          %0 = \"tfl.pseudo_const\"() <{{value = dense<1.0> : tensor<{ELEMENTS}xf32>}}> : () -> tensor<{ELEMENTS}xf32>
          func.return %0 : tensor<{ELEMENTS}xf32>
        }}"
    );
    let module = parse(&ctx, &text);
    let mut head = Head { bytes: Vec::new(), total: 0 };
    let mut diags = Diagnostics::new();
    let stats = write(&ctx, &module, &WriteOptions::default(), &mut head, &mut diags);
    let stats = stats.unwrap_or_else(|_| panic!("no fault is possible"));
    assert_eq!((stats.bytes, stats.buffer_bytes > ELEMENTS as u64 * 4), (head.total, true));
    assert!(head.bytes.windows(16).any(|bytes| bytes == b"buffer_location\0"));

    // The reader finds the weights at their place, here in a holder that has only the beginning of the file.
    let size = (ELEMENTS as u64 * 4).to_le_bytes();
    let at = head.bytes.windows(8).position(|bytes| bytes == size).expect("the size of the buffer");
    let offsets =
        [at - 8, at + 8].map(|at| u64::from_le_bytes(head.bytes[at..at + 8].try_into().expect("8 bytes")));
    let offset = offsets.into_iter().find(|&n| n > 1 && n < 4096).expect("the offset of the buffer");
    assert_eq!(offset % 16, 0);
    assert_eq!(head.bytes[offset as usize..][..8], [1.0f32.to_le_bytes(); 2].concat());
    assert!(!survives(&ctx, head.bytes));
}

#[test]
fn a_constant_that_yields_too_little_is_no_model() {
    #[derive(Debug)]
    struct Short;
    impl core_ir::consts::Producer for Short {
        fn byte_len(&self) -> usize {
            8000
        }
        fn produce(&self, sink: &mut dyn FnMut(&[u8])) {
            sink(&[0; 100]);
        }
    }
    let ctx = Context::new();
    let module = parse(
        &ctx,
        "func.func @main() -> tensor<2000xf32> {
          %0 = \"tfl.pseudo_const\"() <{value = dense<1.0> : tensor<2000xf32>}> : () -> tensor<2000xf32>
          func.return %0 : tensor<2000xf32>
        }",
    );
    let mut module = module;
    let (_, body) = module.inners_mut().pop().expect("a function");
    let constant = body.first_op(body.entry().expect("a block")).expect("an operation");
    let id = ctx.constant(ctx.fixed_tensor(&[2000], TypeId::F32), ConstData::Deferred(Arc::new(Short)));
    body.set_props(constant, ctx.dict([(ctx.str("value"), ctx.elements_attr(id))]));
    let mut diags = Diagnostics::new();
    assert!(write(&ctx, &module, &WriteOptions::default(), &mut std::io::sink(), &mut diags).is_err());
    let text: String = diags.iter().map(ToString::to_string).collect();
    assert!(text.contains("fewer bytes"), "{text}");
}
