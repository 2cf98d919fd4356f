// A custom operation of TensorFlow's: the normalization at the end of a Mamba-2 block, fused.
//
//   y = silu(gate) * weight * x / sqrt(mean(x^2, axis=-1) + epsilon)

#include <cmath>

#include "tensorflow/core/framework/common_shape_fns.h"
#include "tensorflow/core/framework/op.h"
#include "tensorflow/core/framework/op_kernel.h"
#include "tensorflow/core/framework/shape_inference.h"

REGISTER_OP("GatedRmsNorm")
    .Input("x: float")
    .Input("gate: float")
    .Input("weight: float")
    .Output("y: float")
    .Attr("epsilon: float = 1e-5")
    .SetShapeFn(tensorflow::shape_inference::UnchangedShape);

class GatedRmsNorm : public tensorflow::OpKernel {
 public:
  explicit GatedRmsNorm(tensorflow::OpKernelConstruction* context) : OpKernel(context) {
    OP_REQUIRES_OK(context, context->GetAttr("epsilon", &epsilon_));
  }

  void Compute(tensorflow::OpKernelContext* context) override {
    const tensorflow::Tensor& x = context->input(0);
    const tensorflow::Tensor& gate = context->input(1);
    const tensorflow::Tensor& weight = context->input(2);
    OP_REQUIRES(context, x.dims() >= 1 && x.shape() == gate.shape(),
                absl::InvalidArgumentError("x and gate must have one shape, of at least one dimension"));
    const int64_t width = x.dim_size(x.dims() - 1);
    OP_REQUIRES(context, weight.dims() == 1 && weight.dim_size(0) == width,
                absl::InvalidArgumentError("weight must have an element for each channel of x"));
    tensorflow::Tensor* y = nullptr;
    OP_REQUIRES_OK(context, context->allocate_output(0, x.shape(), &y));
    const float* in = x.flat<float>().data();
    const float* by = gate.flat<float>().data();
    const float* scale = weight.flat<float>().data();
    float* out = y->flat<float>().data();
    const int64_t rows = width == 0 ? 0 : x.NumElements() / width;
    for (int64_t row = 0; row < rows; ++row, in += width, by += width, out += width) {
      double squares = 0;
      for (int64_t i = 0; i < width; ++i) squares += double{in[i]} * in[i];
      const float norm = 1 / std::sqrt(static_cast<float>(squares / width) + epsilon_);
      for (int64_t i = 0; i < width; ++i) out[i] = in[i] * norm * scale[i] * by[i] / (1 + std::exp(-by[i]));
    }
  }

 private:
  float epsilon_;
};

REGISTER_KERNEL_BUILDER(Name("GatedRmsNorm").Device(tensorflow::DEVICE_CPU), GatedRmsNorm);
