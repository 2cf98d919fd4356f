// y = silu(gate) * weight * x / sqrt(mean(x^2, axis=-1) + epsilon), as builtin operations of TFLite.
//
// What comes in and goes out is described in plugins/wit/types.wit. Records are objects, variants are {tag, val}, and an
// option is the value or null.

/** This use of the operation is not for this plugin; others may be asked. */
const declined = (why) => ({ tag: "declined", val: why });

/** The operation is wrong. `about` may name the operand or the attribute that it is about. */
const failed = (message, about = {}) => ({
  tag: "failed",
  val: [{ severity: "error", message, operand: null, attr: null, help: null, ...about }],
});

/** The attribute `name`, which is a number, or `otherwise` where it is missing. */
function numberOr(op, name, otherwise) {
  const found = op.attrs.find((attr) => attr.name === name);
  if (!found) return otherwise;
  if (found.value.tag !== "float") throw failed(`attribute \`${name}\` should be a number`, { attr: name });
  return found.value.val;
}

/** A constant tensor; `elements` is a typed array. */
const constant = (elem, dims, elements) => ({ ty: { elem, dims }, data: new Uint8Array(elements.buffer) });

function convert(op) {
  const epsilon = numberOr(op, "epsilon", 1e-5);
  if (!(epsilon >= 0)) throw failed("epsilon must not be negative", { attr: "epsilon" });
  if (op.operands.length !== 3) throw failed(`there should be 3 operands, and there are ${op.operands.length}`);
  const { ty } = op.operands[0];
  if (ty.elem !== "f32") throw declined(`only f32 is converted, and this is ${ty.elem}`);
  if (ty.dims?.length === 0) throw failed("a scalar has no channels", { operand: 0 });
  // One mean for each row: the last dimension becomes one. Without dims, the rank is unknown.
  const row = { elem: ty.elem, dims: ty.dims && [...ty.dims.slice(0, -1), 1] };

  // Values are numbers: first the operands, then the constants, then the results of the operations in their order.
  const [x, gate, weight, channels, small] = [0, 1, 2, 3, 4];
  const consts = [constant("i32", [1], Int32Array.of(-1)), constant("f32", [], Float32Array.of(epsilon))];
  const ops = [];
  const add = (name, operands, type, attrs = []) => {
    ops.push({ name, attrs, operands, results: [type], regions: [] });
    return small + ops.length;
  };
  const noActivation = [{ name: "fused_activation_function", value: { tag: "text", val: "NONE" } }];
  const multiply = (a, b) => add("tfl.mul", [a, b], ty, noActivation);

  const squares = add("tfl.square", [x], ty);
  const keepDims = [{ name: "keep_dims", value: { tag: "boolean", val: true } }];
  const mean = add("tfl.mean", [squares, channels], row, keepDims);
  const norm = add("tfl.rsqrt", [add("tfl.add", [mean, small], row, noActivation)], row);
  const scaled = multiply(multiply(x, norm), weight);
  const silu = multiply(gate, add("tfl.logistic", [gate], ty));
  const y = multiply(scaled, silu);
  return { consts, ops, results: [y], regions: [], customCost: null };
}

export const converter = { convert };
