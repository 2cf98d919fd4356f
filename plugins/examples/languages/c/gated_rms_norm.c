/* y = silu(gate) * weight * x / sqrt(mean(x^2, axis=-1) + epsilon), as builtin operations of TFLite. */

#include "tfl_opt_plugin.h"

tfl_answer tfl_convert(const tfl_op *op) {
  double epsilon = 1e-5;
  const tfl_attr *given = tfl_find(op, "epsilon");
  if (given) {
    if (given->kind != TFL_FLOAT) return tfl_failed_attr("attribute `epsilon` should be a number", "epsilon");
    epsilon = given->number;
  }
  if (!(epsilon >= 0)) return tfl_failed_attr("epsilon must not be negative", "epsilon");
  if (op->operands.len != 3) return tfl_failed("there should be 3 operands");
  const tfl_type type = op->operands.ptr[0].ty;
  if (!tfl_is(type.elem, "f32")) return tfl_declined(tfl_join("only f32 is converted, and this is ", type.elem));

  /* One mean for each row: the last dimension becomes one. */
  tfl_type row = type;
  if (type.dims.some) {
    const uint32_t rank = type.dims.value.len;
    if (rank == 0) return tfl_failed_operand("a scalar has no channels", 0);
    const size_t size = rank * sizeof(tfl_dim);
    row.dims.value.ptr = __builtin_memcpy(tfl_alloc(size), type.dims.value.ptr, size);
    row.dims.value.ptr[rank - 1] = (tfl_dim){true, 1};
  }

  tfl_builder b = tfl_begin(op);
  const tfl_value x = 0, gate = 1, weight = 2;
  const tfl_value channels = tfl_vector_i32(&b, (const int32_t[]){-1}, 1);
  const tfl_value small = tfl_scalar_f32(&b, (float)epsilon);

  const tfl_value squares = tfl_unary(&b, "tfl.square", x, type);
  const tfl_value mean = tfl_binary(&b, "tfl.mean", squares, channels, row);
  tfl_add_attr(&b, "keep_dims", (tfl_attr){.kind = TFL_BOOLEAN, .boolean = true});
  const tfl_value norm = tfl_unary(&b, "tfl.rsqrt", tfl_arithmetic(&b, "tfl.add", mean, small, row), row);
  const tfl_value normal = tfl_arithmetic(&b, "tfl.mul", x, norm, type);
  const tfl_value scaled = tfl_arithmetic(&b, "tfl.mul", normal, weight, type);
  const tfl_value open = tfl_unary(&b, "tfl.logistic", gate, type);
  const tfl_value silu = tfl_arithmetic(&b, "tfl.mul", gate, open, type);
  const tfl_value y = tfl_arithmetic(&b, "tfl.mul", scaled, silu, type);
  return tfl_finish(&b, op, &y, 1);
}
