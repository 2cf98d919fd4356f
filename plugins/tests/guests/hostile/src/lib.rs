//! A plugin that misbehaves in the way that attribute `mode` of `tf.Hostile` says, for the tests of what then happens.

wit_bindgen::generate!({ path: "../../../wit/released/0.1.0", world: "converter-plugin" });

use std::hint::black_box;
use std::sync::atomic::{AtomicU64, Ordering};

use exports::tfl_opt::plugin::converter::Guest;
use tfl_opt::plugin::host;
use tfl_opt::plugin::types::*;

include!("../../manifest.rs");

const TEXT: &str = r#"{"id":"test.hostile","version":"6.6.6","wit":"0.1.0","ops":["tf.Hostile","tf.Other"],"raw_options":["Raw"]}"#;

static CALLS: AtomicU64 = AtomicU64::new(0);

struct Hostile;

impl Guest for Hostile {
    fn convert(op: OpView) -> Result<Fragment, Failure> {
        let mode = op.attrs.iter().find_map(|attr| match &attr.value {
            Attr::Text(mode) if attr.name == "mode" => Some(mode.clone()),
            _ => None,
        });
        std::panic::set_hook(Box::new(|panic| host::log(Severity::Error, &panic.to_string())));
        let mode = mode.unwrap_or_default();
        let mut fragment = good(&op, 2.0);
        match &mode[..] {
            "loop" => loop {
                black_box(&fragment);
            },
            "allocate" => {
                let mut all: Vec<Vec<u8>> = Vec::new();
                loop {
                    all.push(vec![1; 1 << 20]);
                    black_box(&all);
                }
            }
            "recursion" => _ = black_box(recurse(black_box(1))),
            "panic" => {
                let nothing: Vec<u8> = Vec::new();
                black_box(nothing[black_box(7)]);
            }
            "fill" => {
                let mut bytes = vec![0u8; 16 << 20];
                loop {
                    bytes.fill(black_box(3));
                    black_box(&bytes);
                }
            }
            "large-result" => fragment.consts[0].data = vec![0; 48 << 20],
            "read-outside" => _ = host::read_const(0, 1 << 40, 8),
            "read-variable" => _ = host::read_const(0, 0, 1),
            "read-nothing" => _ = host::read_const(9, 0, 1),
            "read-often" => loop {
                black_box(host::read_const(1, 0, 4));
            },
            "log" => {
                for _ in 0..100_000 {
                    host::log(Severity::Warning, "\u{1b}[31mred\u{1b}[0m \u{202e}backwards\r\n and more of it");
                }
            }
            "forward" => fragment.ops[0].operands[1] = Some(4),
            "self" => fragment.ops[0].operands[0] = Some(3),
            "outside" => fragment.results[0] = u32::MAX,
            "results" => fragment.results.push(2),
            "no-results" => fragment.results.clear(),
            "dims" => fragment.ops[0].results[0].dims = Some(vec![Some(u64::MAX)]),
            "overflow" => fragment.consts[0].ty.dims = Some(vec![Some(1 << 40), Some(1 << 40)]),
            "length" => _ = fragment.consts[0].data.pop(),
            "dtype" => fragment.consts[0].ty.elem = "f33".into(),
            "wrong-type" => fragment.ops[0].results[0].elem = "i32".into(),
            "not-allowed" => fragment.ops[0].name = "tf.WriteFile".into(),
            "unknown-op" => fragment.ops[0].name = "tfl.nothing".into(),
            "function" => fragment.ops[0].name = "func.func".into(),
            "name" => fragment.ops[0].name = "tfl.".to_string() + &"x".repeat(1 << 16),
            "attribute" => fragment.ops[0].attrs[0].value = Attr::Int(1),
            "unknown-attribute" => fragment.ops[0].attrs[0].name = "colour".into(),
            "nan" => {
                fragment.ops[0].name = "tfl.leaky_relu".into();
                fragment.ops[0].operands.pop();
                fragment.ops[0].attrs =
                    vec![NamedAttr { name: "alpha".into(), value: Attr::Float(f64::from_bits(0xfff8_0000_0000_0001)) }];
            }
            "negative-zero" => {
                fragment.ops[0].name = "tfl.leaky_relu".into();
                fragment.ops[0].operands.pop();
                fragment.ops[0].attrs = vec![NamedAttr { name: "alpha".into(), value: Attr::Float(-0.0) }];
            }
            "splat" => {
                fragment.ops[0].name = "tfl.pseudo_const".into();
                fragment.ops[0].operands.clear();
                let text = "dense<0.0> : tensor<1099511627776xf32>";
                fragment.ops[0].attrs = vec![NamedAttr { name: "value".into(), value: Attr::Opaque(text.into()) }];
            }
            "again" => {
                fragment.ops[0].name = "tf.Hostile".into();
                fragment.ops[0].attrs = op.attrs.clone();
            }
            "many-ops" => {
                let one = fragment.ops[0].clone();
                fragment.ops.resize(5_000, one);
            }
            "state" => return Ok(good(&op, CALLS.fetch_add(1, Ordering::Relaxed) as f32 + 1.0)),
            "options" => fragment.ops[0] = custom(&op, Attr::Bytes(vec![0; 6 << 20])),
            "options-gib" => fragment.ops[0] = custom(&op, Attr::Bytes(vec![0; 1 << 30])),
            "options-nonsense" => fragment.ops[0] = custom(&op, Attr::Bytes(b"no flexbuffer at all".to_vec())),
            // A vector whose one entry is the vector.
            "options-circle" => fragment.ops[0] = custom(&op, Attr::Bytes(vec![1, 0, 40, 2, 40, 1])),
            // An offset that leads far before the start.
            "options-outside" => fragment.ops[0] = custom(&op, Attr::Bytes(vec![0xff, 0xff, 9 << 2, 2])),
            // Bytes in text form, which nothing else looks into.
            "options-opaque" => {
                fragment.ops[0] = custom(&op, Attr::Opaque("dense<7> : tensor<9xui8>".into()));
            }
            "options-splat" => {
                fragment.ops[0] = custom(&op, Attr::Opaque("dense<0> : tensor<1073741824xui8>".into()));
            }
            "options-sound" => fragment.ops[0] = custom(&op, Attr::Bytes(vec![5, 4, 1])),
            "options-none" => fragment.ops[0] = custom(&op, Attr::Bytes(Vec::new())),
            "options-raw" => {
                fragment.ops[0] = custom(&op, Attr::Bytes(vec![1, 2, 3, 4, 5, 6, 7, 8]));
                fragment.ops[0].attrs[0].value = Attr::Text("Raw".into());
            }
            "options-cycle" => {
                let entry =
                    OptionEntry { parent: Some(0), key: "a".into(), value: OptionValue::Fields };
                fragment.ops[0] = custom(&op, Attr::Options(vec![entry]));
            }
            "options-deep" => {
                let entry = |i: u32| OptionEntry {
                    parent: i.checked_sub(1),
                    key: "a".into(),
                    value: OptionValue::Fields,
                };
                fragment.ops[0] = custom(&op, Attr::Options((0..1_000).map(entry).collect()));
            }
            "options-twice" => {
                let entry = OptionEntry { parent: None, key: "a".into(), value: OptionValue::Null };
                fragment.ops[0] = custom(&op, Attr::Options(vec![entry.clone(), entry]));
            }
            "regions" => fragment.ops[0].regions = vec![0],
            "opaque" => fragment.ops[0].attrs[0].value = Attr::Opaque("[[[[[[[[".repeat(10_000)),
            "declined" => return Err(Failure::Declined("it does not like it".into())),
            "random" => {
                let map = std::collections::HashMap::from([(1, 2), (3, 4), (5, 6), (7, 8)]);
                let sum = map.keys().fold(0, |sum, key| sum * 10 + key);
                return Ok(good(&op, sum as f32));
            }
            _ => {}
        }
        Ok(fragment)
    }
}

#[allow(unconditional_recursion)]
#[inline(never)]
fn recurse(n: u64) -> u64 {
    black_box(recurse(black_box(n + 1))) + n
}

/// The product of the operand and a number.
fn good(op: &OpView, factor: f32) -> Fragment {
    let scalar = TensorType { elem: "f32".into(), dims: Some(Vec::new()) };
    let constant = op.operands.len() as u32;
    Fragment {
        consts: vec![Tensor { ty: scalar, data: factor.to_le_bytes().to_vec() }],
        ops: vec![NewOp {
            name: "tfl.mul".into(),
            attrs: vec![NamedAttr { name: "fused_activation_function".into(), value: Attr::Text("NONE".into()) }],
            operands: vec![Some(0), Some(constant)],
            results: op.results.clone(),
            regions: Vec::new(),
        }],
        results: vec![constant + 1],
        regions: Vec::new(),
        custom_cost: None,
    }
}

fn custom(op: &OpView, options: Attr) -> NewOp {
    NewOp {
        name: "tfl.custom".into(),
        attrs: vec![
            NamedAttr { name: "custom_code".into(), value: Attr::Text("Hostile".into()) },
            NamedAttr { name: "custom_option".into(), value: options },
        ],
        operands: vec![Some(0)],
        results: op.results.clone(),
        regions: Vec::new(),
    }
}

export!(Hostile);
