//! Uses of ops with symbolic dimensions, as one would write them.

use core_ir::{Attr, Context, Dim, OpSpec, Type, TypeId};

use crate::notation::{Operand, bare_row, infer, props, types_text};

fn row(ctx: &Context, op: &str) -> OpSpec {
    ctx.op_spec(ctx.op_name(op)).cloned().unwrap_or_else(|| bare_row(op))
}

fn answer(op: &str, attrs: &str, operands: &str, declared: &str) -> Result<String, String> {
    let ctx = Context::new();
    // Dimensions read in the order of their names, as polynomials are printed in the order of their making.
    for name in ["b", "h", "w", "n", "m", "k"] {
        ctx.dim_symbol(name);
    }
    let dim = |name: &str| if name == "?" { Dim::Dynamic } else { ctx.dim_symbol(name) };
    let parse = |text: &str| -> Vec<Operand> {
        text.split_whitespace().map(|text| Operand::parse(&ctx, text, &dim)).collect()
    };
    let results: Vec<TypeId> = parse(declared).iter().map(|operand| operand.ty).collect();
    let types = infer(&ctx, &row(&ctx, op), props(&ctx, attrs), &parse(operands), &results)?;
    Ok(types_text(&ctx, &types, ", ", &|dim| ctx.dim_text(dim)))
}

#[track_caller]
fn check(op: &str, attrs: &str, operands: &str, expected: &str) {
    assert_eq!(answer(op, attrs, operands, "").as_deref(), Ok(expected), "{op} {{{attrs}}} ({operands})");
}

#[track_caller]
fn check_declared(op: &str, attrs: &str, operands: &str, declared: &str, expected: &str) {
    assert_eq!(
        answer(op, attrs, operands, declared).as_deref(),
        Ok(expected),
        "{op} {{{attrs}}} ({operands})"
    );
}

#[track_caller]
fn check_fault(op: &str, attrs: &str, operands: &str, clause: &str) {
    assert_eq!(answer(op, attrs, operands, ""), Err(clause.to_owned()), "{op} {{{attrs}}} ({operands})");
}

#[test]
fn elementwise() {
    check("tf.Relu", "", "f32[b,3]", "f32[b, 3]");
    check("tf.AddV2", "", "f32[b,1,3] f32[n,1]", "f32[b, n, 3]");
    check("tf.AddV2", "", "f32[b,3] f32[b,1]", "f32[b, 3]");
    // A number decides; of two symbols one may be 1.
    check("tf.Mul", "", "f32[b,7] f32[1,n]", "f32[b, 7]");
    check("tf.Mul", "", "f32[b] f32[n]", "f32[broadcast(b, n)]");
    check("tfl.less", "", "f32[b,3] f32[]", "i1[b, 3]");
    check("tfl.prelu", "", "f32[b,h,w,3] f32[1,1,3]", "f32[b, h, w, 3]");
    check("tf.Cast", "DstT=i32", "f32[b,3]", "i32[b, 3]");
    check_declared("tf.Cast", "", "f32[b,3]", "i64[*]", "i64[b, 3]");
    check_fault("tf.AddV2", "", "f32[b,2] f32[b,3]", "broadcasts 2 with 3 in dimension 1");
    check_fault("tf.BiasAdd", "", "f32[b,3] f32[4]", "adds a bias of 4 to 3 channels");
}

#[test]
fn windows() {
    let same = r#"strides=[1,2,2,1] padding="SAME""#;
    check("tf.Conv2D", same, "f32[b,224,224,3] f32[3,3,3,8]", "f32[b, 112, 112, 8]");
    check(
        "tf.Conv2D",
        same,
        "f32[b,h,w,3] f32[3,3,3,8]",
        "f32[b, floordiv(1 + h, 2), floordiv(1 + w, 2), 8]",
    );
    let valid = r#"strides=[1,1,2,1] padding="VALID" dilations=[1,2,1,1]"#;
    check("tf.Conv2D", valid, "f32[b,h,w,3] f32[3,3,3,8]", "f32[b, -4 + h, floordiv(-1 + w, 2), 8]");
    check("tf.Conv2D", same, "f32[*] f32[3,3,3,8]", "f32[?, ?, ?, 8]");
    let tfl = r#"stride_h=2 stride_w=2 dilation_h_factor=1 dilation_w_factor=1 padding="SAME""#;
    check("tfl.conv_2d", tfl, "f32[b,h,5,3] f32[8,3,3,3] f32[8]", "f32[b, floordiv(1 + h, 2), 3, 8]");
    check("tfl.depthwise_conv_2d", tfl, "f32[b,h,5,3] f32[1,3,3,6] none", "f32[b, floordiv(1 + h, 2), 3, 6]");
    let pool = r#"filter_height=2 filter_width=3 stride_h=1 stride_w=1 padding="VALID""#;
    check("tfl.max_pool_2d", pool, "f32[b,h,9,3]", "f32[b, -1 + h, 7, 3]");
    check("tfl.transpose_conv", tfl, "i32[4]{b,8,8,4} f32[4,3,3,2] f32[b,4,4,2] none", "f32[b, 8, 8, 4]");
    check(
        "tf.FusedBatchNormV3",
        "is_training=false",
        "f32[b,h,w,?] f32[3] f32[3] f32[3] f32[3]",
        "f32[b, h, w, 3] f32[3] f32[3] f32[3] f32[3] f32[*]",
    );
    check_fault("tfl.max_pool_2d", pool, "f32[b,1,9,3]", "slides a window of 2 over 1 in dimension 1");
    check_fault("tf.Conv2D", same, "f32[b,8,8,4] f32[3,3,3,8]", "convolves 4 channels with a filter of 3");
    check_fault("tf.Conv2D", "strides=[1,2]", "f32[b,8,8,3] f32[3,3,3,8]", "has 2 strides, not 4");
}

#[test]
fn contractions() {
    check("tf.MatMul", "transpose_b=true", "f32[b,3] f32[n,3]", "f32[b, n]");
    check("tf.BatchMatMulV2", "", "f32[b,1,n,3] f32[8,3,m]", "f32[b, 8, n, m]");
    check("tf.Einsum", r#"equation="BTNH,BSNH->BNTS""#, "f32[b,n,4,64] f32[b,m,4,64]", "f32[b, 4, n, m]");
    check("tfl.fully_connected", "keep_num_dims=true", "f32[b,n,3] f32[8,3] none", "f32[b, n, 8]");
    check("tfl.fully_connected", "keep_num_dims=false", "f32[b,n,3] f32[8,3] none", "f32[b*n, 8]");
    check("tfl.fully_connected", "", "f32[b,6] f32[8,3] none", "f32[2*b, 8]");
    check_fault("tf.MatMul", "", "f32[b,3] f32[4,n]", "contracts 3 with 4");
    check_fault("tfl.fully_connected", "", "f32[5] f32[8,3] none", "makes rows of 3 from 5 elements");
}

#[test]
fn shapes_computed_from_shapes() {
    check("tf.Reshape", "", "f32[b,7,7,64] i32[2]{b,-1}", "f32[b, 3136]");
    check("tf.Reshape", "", "f32[b,7,7,64] i32[2]{-1,3136}", "f32[b, 3136]");
    check("tf.Reshape", "", "f32[b,n,64] i32[4]{b,n,8,8}", "f32[b, n, 8, 8]");
    check("tf.Reshape", "", "f32[b,n,8,8] i32[2]{-1,8}", "f32[8*b*n, 8]");
    // Of one element nothing is known: the rest of the elements are there nonetheless.
    check("tf.Reshape", "", "f32[b,12] i32[2]{?,4}", "f32[3*b, 4]");
    check("tf.Reshape", "", "f32[b,5] i32[2]{-1,2}", "f32[floordiv(5*b, 2), 2]");
    check_declared("tf.Reshape", "", "f32[b,12] i32[2]", "f32[?,4]", "f32[3*b, 4]");
    check("tfl.fill", "", "i32[2]{b,n} f32[]", "f32[b, n]");
    check("tf.Tile", "", "f32[1,n] i32[2]{b,2}", "f32[b, 2*n]");
    check("tfl.broadcast_to", "", "f32[1,3] i32[3]{b,n,3}", "f32[b, n, 3]");
    check("tf.Range", "", "i32[]{0} i32[]{n} i32[]{2}", "i32[floordiv(1 + n, 2)]");
    check("tf.Slice", "", "f32[b,n] i32[2]{0,1} i32[2]{b,-1}", "f32[b, -1 + n]");
    check("tf.PadV2", "", "f32[b,n] i32[2,2]{0,0,1,2} f32[]", "f32[b, 3 + n]");
    check("tf.RandomUniform", "dtype=f32", "i32[2]{b,4}", "f32[b, 4]");
    check("tfl.resize_bilinear", "", "f32[b,4,4,3] i32[2]{h,w}", "f32[b, h, w, 3]");
    check("tf.Shape", "", "f32[b,4,4,3]", "i32[4]");
    check_fault("tf.Reshape", "", "f32[10] i32[2]{-1,3}", "gives 10 elements a shape with a multiple of 3");
    check_fault("tf.Reshape", "", "f32[b] i32[2]{-1,-1}", "leaves two dimensions to be computed");
}

#[test]
fn layout() {
    check("tf.Transpose", "", "f32[b,h,w,3] i32[4]{0,3,1,2}", "f32[b, 3, h, w]");
    check("tf.ConcatV2", "", "f32[b,3] f32[b,n] f32[?,2] i32[]{-1}", "f32[b, 5 + n]");
    check("tfl.concatenation", "axis=0", "f32[b,3] f32[n,3]", "f32[b + n, 3]");
    check("tf.Pack", "axis=1", "f32[b,3] f32[b,3]", "f32[b, 2, 3]");
    check("tf.Unpack", "num=2 axis=-1", "f32[b,2]", "f32[b] f32[b]");
    check("tf.Split", "num_split=2", "i32[]{1} f32[b,n]", "f32[b, floordiv(n, 2)] f32[b, floordiv(n, 2)]");
    check("tfl.split_v", "num_splits=2", "f32[b,n] i32[2]{3,-1} i32[]{1}", "f32[b, 3] f32[b, -3 + n]");
    check("tf.Squeeze", "squeeze_dims=[1]", "f32[b,1,n]", "f32[b, n]");
    check("tf.Squeeze", "", "f32[b,1,n]", "f32[*]");
    check("tf.ExpandDims", "", "f32[b,n] i32[]{-1}", "f32[b, n, 1]");
    check("tfl.depth_to_space", "block_size=2", "f32[b,h,w,8]", "f32[b, 2*h, 2*w, 2]");
    check("tf.SpaceToDepth", "block_size=2", "f32[b,h,8,3]", "f32[b, floordiv(h, 2), 4, 12]");
    check("tf.SpaceToBatchND", "", "f32[b,8,8,3] i32[2]{2,2} i32[2,2]{0,0,0,0}", "f32[4*b, 4, 4, 3]");
    check(
        "tfl.batch_to_space_nd",
        "",
        "f32[b,4,4,3] i32[2]{2,2} i32[2,2]{0,0,0,1}",
        "f32[floordiv(b, 4), 8, 7, 3]",
    );
    check_fault(
        "tf.ConcatV2",
        "",
        "f32[2,3] f32[3,3] i32[]{1}",
        "has sizes 2 and 3 that differ in dimension 0",
    );
    check_fault("tf.Transpose", "", "f32[b,3] i32[2]{0,0}", "permutes dimension 0 twice");
}

#[test]
fn strided_slices() {
    let slice = |input: &str, begin: &str, end: &str, strides: &str| {
        let count = begin.split(',').count();
        format!("{input} i32[{count}]{{{begin}}} i32[{count}]{{{end}}} i32[{count}]{{{strides}}}")
    };
    check("tf.StridedSlice", "shrink_axis_mask=1", &slice("i32[4]", "1", "2", "1"), "i32[]");
    let rest = "begin_mask=1 end_mask=3";
    check("tf.StridedSlice", rest, &slice("f32[b,n]", "0,1", "0,0", "1,1"), "f32[b, max(0, -1 + n)]");
    check("tf.StridedSlice", rest, &slice("f32[b,n]", "0,-2", "0,0", "1,1"), "f32[b, min(2, n)]");
    check("tf.StridedSlice", "begin_mask=1", &slice("f32[n]", "0", "-1", "1"), "f32[max(0, -1 + n)]");
    check("tf.StridedSlice", "begin_mask=1", &slice("f32[n]", "0", "n", "2"), "f32[floordiv(1 + n, 2)]");
    check("tf.StridedSlice", "", &slice("f32[n]", "1", "m", "1"), "f32[max(0, -1 + min(m, n))]");
    check("tf.StridedSlice", "begin_mask=1 end_mask=1", &slice("f32[n]", "0", "0", "-1"), "f32[n]");
    let new = "ellipsis_mask=1 new_axis_mask=2";
    check("tf.StridedSlice", new, &slice("f32[b,n]", "0,0", "0,0", "1,1"), "f32[b, n, 1]");
    check("tfl.strided_slice", "offset=true end_mask=0", &slice("f32[10]", "2", "3", "1"), "f32[3]");
    check_fault(
        "tf.StridedSlice",
        "shrink_axis_mask=1",
        &slice("f32[4]", "4", "5", "1"),
        "takes element 4 of 4 in dimension 0",
    );
    check_fault("tf.StridedSlice", "", &slice("f32[4]", "0,0", "1,1", "1,1"), "slices 2 dimensions of 1");
}

#[test]
fn indices_and_reductions() {
    check("tf.GatherV2", "", "f32[1000,64] i32[b,n] i32[]{0}", "f32[b, n, 64]");
    check("tfl.gather", "axis=1 batch_dims=1", "f32[b,n,4] i32[b,m]", "f32[b, m, 4]");
    check("tf.GatherNd", "", "f32[b,n,4] i32[m,2]", "f32[m, 4]");
    check("tf.OneHot", "", "i32[b] i32[]{n} f32[] f32[]", "f32[b, n]");
    check("tfl.one_hot", "axis=0", "i32[b] i32[]{10} f32[] f32[]", "f32[10, b]");
    check("tf.Mean", "keep_dims=true", "f32[b,h,w,3] i32[2]{1,2}", "f32[b, 1, 1, 3]");
    check("tfl.sum", "keep_dims=false", "f32[b,h,w,3] i32[2]{1,-2}", "f32[b, 3]");
    check("tf.ArgMax", "", "f32[b,n] i32[]{-1}", "i64[b]");
    check_declared("tfl.arg_max", "", "f32[b,n] i32[]{-1}", "i32[?]", "i32[b]");
    check("tfl.topk_v2", "", "f32[b,10] i32[]{k}", "f32[b, k] i32[b, k]");
    check("tf.Where", "", "i1[b,n]", "i64[?, 2]");
    check_fault("tf.Mean", "", "f32[b,3] i32[1]{2}", "has axis 2 in rank 2");
}

#[test]
fn recurrent_layers() {
    let weights = "f32[8,4] f32[8,4] f32[8,4] f32[8,4] f32[8,6] f32[8,6] f32[8,6] f32[8,6]";
    check("tfl.unidirectional_sequence_lstm", "", &format!("f32[b,n,4] {weights}"), "f32[b, n, 6]");
    check(
        "tfl.unidirectional_sequence_rnn",
        "",
        "f32[b,n,4] f32[8,4] f32[8,8] f32[8] f32[b,8]",
        "f32[b, n, 8]",
    );
    let directions = "f32[b,n,4] f32[8,4] f32[8,8] f32[8] f32[b,8] f32[6,4] f32[6,6] f32[6] f32[b,6]";
    check("tfl.bidirectional_sequence_rnn", "merge_outputs=true", directions, "f32[b, n, 14]");
    check("tfl.bidirectional_sequence_rnn", "merge_outputs=false", directions, "f32[b, n, 8] f32[b, n, 6]");
    check("tfl.svdf", "rank=2", "f32[b,4] f32[8,4]", "f32[b, 4]");
}

#[test]
fn stablehlo() {
    check("tfl.stablehlo_add", "", "f32[b,3] f32[?,3]", "f32[b, 3]");
    check("tfl.stablehlo_compare", "", "f32[b,3] f32[b,3]", "i1[b, 3]");
    let pads = "edge_padding_low=[0,1] edge_padding_high=[0,-2] interior_padding=[0,1]";
    check("tfl.stablehlo_pad", pads, "f32[b,3] f32[]", "f32[b, 4]");
    let batched = "lhs_batching_dimensions=[0] rhs_batching_dimensions=[0]";
    let dot = format!("{batched} lhs_contracting_dimensions=[2] rhs_contracting_dimensions=[1]");
    check("tfl.stablehlo_dot_general", &dot, "f32[b,n,4] f32[b,4,m]", "f32[b, n, m]");
    check("tfl.stablehlo_transpose", "permutation=[1,0]", "f32[b,3]", "f32[3, b]");
    let slice = "start_indices=[0,1] limit_indices=[2,6] strides=[1,2]";
    check("tfl.stablehlo_slice", slice, "f32[2,6]", "f32[2, 3]");
    check_fault("tfl.stablehlo_add", "", "f32[1,3] f32[2,3]", "has sizes 1 and 2 that differ in dimension 0");
    check_fault("tfl.stablehlo_slice", slice, "f32[2,5]", "takes 1 to 6 by 2 in dimension 1");
}

#[test]
fn a_declared_result_is_met() {
    check_declared("tf.Relu", "", "f32[b,?]", "f32[?,3]", "f32[b, 3]");
    check_declared("tf.MatMul", "", "f32[*] f32[3,8]", "f32[4,?]", "f32[4, 8]");
    let contradiction = answer("tf.Relu", "", "f32[b,4]", "f32[b,3]");
    assert_eq!(contradiction, Err("declares 3 but computes 4 in dimension 1".to_owned()));
    let count = answer("tf.Unpack", "num=2 axis=0", "f32[2,b]", "f32[b]");
    assert_eq!(count, Err("declares 1 results but computes 2".to_owned()));
}

#[test]
fn an_element_of_a_quantized_result_is_the_declared_one() {
    let ctx = Context::new();
    let quantized = |scale: f64| {
        let params =
            [ctx.type_attr(TypeId::I8), ctx.type_attr(TypeId::F32), ctx.float_attr(scale, TypeId::F64)];
        ctx.ty(Type::Dialect { name: ctx.str("quant.uniform"), params: params.into() })
    };
    let b = ctx.dim_symbol("b");
    let operands =
        [1.0, 2.0].map(|scale| Operand::of_type(ctx.tensor(&[b, Dim::Fixed(3)], quantized(scale))));
    let declared = ctx.tensor(&[Dim::Dynamic, Dim::Dynamic], quantized(3.0));
    let expected = ctx.tensor(&[b, Dim::Fixed(3)], quantized(3.0));
    let spec = row(&ctx, "tfl.add");
    assert_eq!(infer(&ctx, &spec, props(&ctx, ""), &operands, &[declared]), Ok(vec![expected]));
}

#[test]
fn handles_say_what_they_hold() {
    let ctx = Context::new();
    let b = ctx.dim_symbol("b");
    let held = ctx.tensor(&[b, Dim::Fixed(3)], TypeId::F32);
    let handle = |name: &str, params: &[TypeId]| {
        let params = params.iter().map(|&ty| ctx.type_attr(ty)).collect();
        ctx.tensor(&[], ctx.ty(Type::Dialect { name: ctx.str(name), params }))
    };
    let run = |op: &str, operands: &[Operand]| {
        infer(&ctx, &row(&ctx, op), props(&ctx, ""), operands, &[]).map(|types| types[0])
    };
    let resource = || Operand::of_type(handle("tf_type.resource", &[held]));
    assert_eq!(run("tf.ReadVariableOp", &[resource()]), Ok(held));
    let list = || Operand::of_type(handle("tf_type.variant", &[held]));
    let spelled = |text: &str| Operand::parse(&ctx, text, &|_| Dim::Dynamic);
    let index = Operand::of_type(ctx.tensor(&[], TypeId::I32));
    assert_eq!(run("tf.TensorListGetItem", &[list(), index, spelled("i32[2]{-1,3}")]), Ok(held));
    let stack = ctx.tensor(&[Dim::Dynamic, b, Dim::Fixed(3)], TypeId::F32);
    assert_eq!(run("tf.TensorListStack", &[list(), spelled("i32[]{-1}")]), Ok(stack));
    let empty =
        ctx.tensor(&[], ctx.ty(Type::Dialect { name: ctx.str("tf_type.resource"), params: [].into() }));
    assert_eq!(run("tf.VarHandleOp", &[]), Ok(empty));
}

#[test]
fn constants_and_shape_attributes() {
    let ctx = Context::new();
    let value = ctx.const_i32s(&[1, 2, 3]);
    let constant = ctx.dict([(ctx.str("value"), ctx.elements_attr(value))]);
    let expected = Ok(vec![ctx.fixed_tensor(&[3], TypeId::I32)]);
    for op in ["tf.Const", "tfl.pseudo_const"] {
        assert_eq!(infer(&ctx, &row(&ctx, op), constant, &[], &[]), expected);
    }
    let shape = |text: &str| ctx.attr(Attr::Opaque { text: ctx.str(text), builtin: false });
    let entries = |text: &str| {
        ctx.dict([(ctx.str("shape"), shape(text)), (ctx.str("dtype"), ctx.type_attr(TypeId::F32))])
    };
    let rows = [
        ("tf_type.shape<?x3>", ctx.tensor(&[Dim::Dynamic, Dim::Fixed(3)], TypeId::F32)),
        ("tf_type.shape<>", ctx.tensor(&[], TypeId::F32)),
        ("tf_type.shape<*>", ctx.unranked(TypeId::F32)),
        ("nonsense", ctx.unranked(TypeId::F32)),
    ];
    for (text, expected) in rows {
        let types = infer(&ctx, &row(&ctx, "tf.Placeholder"), entries(text), &[], &[]);
        assert_eq!(types, Ok(vec![expected]), "{text}");
    }
}
