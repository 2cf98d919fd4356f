/* Plugins for tfl-opt in C, by the interface tfl-opt:plugin@0.1.0, whose files in plugins/wit say what everything means.
 *
 * Include this in one file, define `tfl_answer tfl_convert(const tfl_op *op)`, compile for wasm32, and give the module to
 * `tfl-opt plugin pack`. No library is needed.
 *
 * The structs are laid out as the canonical ABI of the component model passes them: what tfl-opt sends is used where it
 * arrives, and an answer is read where it lies. Nothing is ever freed, for each call has a memory of its own. */
#ifndef TFL_OPT_PLUGIN_H
#define TFL_OPT_PLUGIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#ifdef __wasi__
#include <stdlib.h>
#endif

_Static_assert(sizeof(void *) == 4, "plugins are compiled for wasm32");

/* ---- The types of types.wit ---- */

#define TFL_LIST(type) struct { type *ptr; uint32_t len; }
#define TFL_OPTION(type) struct { bool some; type value; }

typedef struct { const char *ptr; uint32_t len; } tfl_text; /* UTF-8, without a zero at its end */
typedef TFL_OPTION(uint64_t) tfl_dim;                       /* none: known only when the model runs */
typedef TFL_OPTION(TFL_LIST(tfl_dim)) tfl_shape;            /* none: of unknown rank */
typedef TFL_LIST(uint8_t) tfl_bytes;
typedef uint32_t tfl_value;

typedef struct { tfl_text elem; tfl_shape dims; } tfl_type;
typedef struct { tfl_type ty; tfl_bytes data; } tfl_tensor;

enum {
  TFL_NULL_OPTION, TFL_BOOLEAN_OPTION, TFL_INT_OPTION, TFL_FLOAT_OPTION, TFL_TEXT_OPTION, TFL_BYTES_OPTION,
  TFL_INTS_OPTION, TFL_FLOATS_OPTION, TFL_TEXTS_OPTION, TFL_ITEMS_OPTION, TFL_FIELDS_OPTION,
};
typedef struct {
  TFL_OPTION(uint32_t) parent;
  tfl_text key;
  struct {
    uint8_t kind; /* which member of the union counts */
    union {
      bool boolean; int64_t integer; double number; tfl_text text; tfl_bytes bytes;
      TFL_LIST(int64_t) ints; TFL_LIST(double) floats; TFL_LIST(tfl_text) texts;
    };
  } value;
} tfl_option;

enum {
  TFL_UNIT, TFL_BOOLEAN, TFL_INT, TFL_FLOAT, TFL_TEXT, TFL_BYTES, TFL_TYPE, TFL_SHAPE, TFL_SYMBOL, TFL_BOOLEANS, TFL_INTS,
  TFL_FLOATS, TFL_TEXTS, TFL_TYPES, TFL_SHAPES, TFL_SYMBOLS, TFL_DENSE, TFL_OPTIONS, TFL_OPAQUE,
};
typedef struct {
  uint8_t kind; /* which member of the union counts */
  union {
    bool boolean; int64_t integer; double number; tfl_bytes bytes; tfl_shape shape; tfl_tensor dense;
    tfl_text text; /* also of TFL_TYPE, TFL_SYMBOL and TFL_OPAQUE */
    TFL_LIST(bool) booleans; TFL_LIST(int64_t) ints; TFL_LIST(double) floats;
    TFL_LIST(tfl_text) texts; /* also of TFL_TYPES and TFL_SYMBOLS */
    TFL_LIST(tfl_shape) shapes; TFL_LIST(tfl_option) options;
  };
} tfl_attr;
typedef struct { tfl_text name; tfl_attr value; } tfl_named_attr;

/* The operation that is to be converted. */
typedef struct { tfl_type ty; TFL_OPTION(uint64_t) const_len; } tfl_operand;
typedef struct {
  tfl_text name;
  TFL_LIST(const tfl_named_attr) attrs;
  TFL_LIST(const tfl_operand) operands;
  TFL_LIST(const tfl_type) results;
} tfl_op;

/* What stands for it. */
typedef struct {
  tfl_text name;
  TFL_LIST(tfl_named_attr) attrs;
  TFL_LIST(TFL_OPTION(tfl_value)) operands;
  TFL_LIST(tfl_type) results;
  TFL_LIST(uint32_t) regions;
} tfl_new_op;
typedef TFL_LIST(tfl_new_op) tfl_new_ops;
typedef struct { TFL_LIST(tfl_type) params; tfl_new_ops ops; TFL_LIST(tfl_value) results; } tfl_region;
typedef struct {
  TFL_LIST(tfl_tensor) consts;
  tfl_new_ops ops;
  TFL_LIST(tfl_value) results;
  TFL_LIST(tfl_region) regions;
  TFL_OPTION(uint64_t) custom_cost;
} tfl_fragment;

/* Or why nothing does. */
enum { TFL_NOTE, TFL_WARNING, TFL_ERROR };
typedef struct {
  uint8_t severity;
  tfl_text message;
  TFL_OPTION(uint32_t) operand;
  TFL_OPTION(tfl_text) attr;
  TFL_OPTION(tfl_text) help;
} tfl_diagnostic;
typedef struct {
  bool is_failed; /* or else declined */
  union { tfl_text declined; TFL_LIST(tfl_diagnostic) failed; };
} tfl_failure;
typedef struct {
  bool is_failure;
  union { tfl_fragment fragment; tfl_failure failure; };
} tfl_answer;

_Static_assert(sizeof(tfl_attr) == 40 && sizeof(tfl_named_attr) == 48, "the layout of attributes");
_Static_assert(sizeof(tfl_operand) == 40 && sizeof(tfl_new_op) == 40, "the layout of operations");
_Static_assert(sizeof(tfl_answer) == 56 && sizeof(tfl_diagnostic) == 44, "the layout of answers");

/* Defined by the plugin. */
tfl_answer tfl_convert(const tfl_op *op);

/* ---- Memory ---- */

/* Memory that is not freed. */
static void *tfl_alloc(size_t size) {
#ifdef __wasi__
  /* The library's heap begins where ours would. */
  void *memory = malloc(size);
  if (!memory) __builtin_trap();
  return memory;
#else
  extern uint8_t __heap_base;
  static uintptr_t next = 0;
  const uintptr_t page = 65536;
  uintptr_t start = ((next ? next : (uintptr_t)&__heap_base) + 7) & ~(uintptr_t)7;
  uintptr_t have = __builtin_wasm_memory_size(0) * page;
  if (size > UINT32_MAX - page - start) __builtin_trap();
  next = start + size;
  if (next > have && __builtin_wasm_memory_grow(0, (next - have + page - 1) / page) == (size_t)-1) __builtin_trap();
  return (void *)start;
#endif
}

/* By this function tfl-opt makes room for what it sends. */
__attribute__((export_name("cabi_realloc"))) void *tfl_realloc(void *old, size_t had, size_t align, size_t size) {
  (void)align;
  void *memory = tfl_alloc(size);
  if (had) __builtin_memcpy(memory, old, had < size ? had : size);
  return memory;
}

/* Room for one element more in a list whose length is that of `ptr`: the room doubles, from four on. */
static inline void *tfl_room(void *ptr, uint32_t len, size_t size) {
  if (len && (len < 4 || (len & (len - 1)))) return ptr;
  return tfl_realloc(ptr, len * size, 8, (len ? 2 * len : 4) * size);
}

/* Adds an element to a list. */
#define TFL_PUSH(list, ...) \
  ((list).ptr = tfl_room((list).ptr, (list).len, sizeof *(list).ptr), (void)((list).ptr[(list).len++] = __VA_ARGS__))

/* ---- Texts ---- */

static inline uint32_t tfl_length(const char *text) {
  uint32_t len = 0;
  while (text[len]) ++len;
  return len;
}

/* The text itself, which is not copied. */
static inline tfl_text tfl_text_of(const char *text) {
  return (tfl_text){text, tfl_length(text)};
}

static inline bool tfl_is(tfl_text text, const char *other) {
  uint32_t i = 0;
  while (i < text.len && other[i] == text.ptr[i] && other[i]) ++i;
  return i == text.len && !other[i];
}

/* Both texts, one after the other. */
static inline tfl_text tfl_join(const char *first, tfl_text second) {
  uint32_t len = tfl_length(first);
  char *both = tfl_alloc(len + second.len);
  __builtin_memcpy(both, first, len);
  __builtin_memcpy(both + len, second.ptr, second.len);
  return (tfl_text){both, len + second.len};
}

/* ---- What a plugin can ask of tfl-opt ---- */

#define TFL_IMPORT(name) __attribute__((import_module("tfl-opt:plugin/host@0.1.0"), import_name(name)))
TFL_IMPORT("log") void tfl_host_log(uint32_t level, const char *ptr, uint32_t len);
TFL_IMPORT("read-const") void tfl_host_read_const(uint32_t operand, uint64_t offset, uint32_t len, tfl_bytes *bytes);
typedef TFL_OPTION(tfl_text) tfl_setting_value;
TFL_IMPORT("setting") void tfl_host_setting(const char *name, uint32_t len, tfl_setting_value *value);

/* Says something about the call: TFL_NOTE, TFL_WARNING or TFL_ERROR. */
static inline void tfl_log(uint32_t level, tfl_text message) {
  tfl_host_log(level, message.ptr, message.len);
}

/* Elements of a constant operand, of `op.operands.ptr[operand].const_len.value` bytes in all. */
static inline tfl_bytes tfl_read_const(uint32_t operand, uint64_t offset, uint32_t len) {
  tfl_bytes bytes;
  tfl_host_read_const(operand, offset, len, &bytes);
  return bytes;
}

/* What the user has set by `--plugin-setting ID:NAME=VALUE`. */
static inline tfl_setting_value tfl_setting(const char *name) {
  tfl_setting_value value;
  tfl_host_setting(name, tfl_length(name), &value);
  return value;
}

/* ---- Reading the operation ---- */

/* The attribute of that name, or NULL. */
static inline const tfl_attr *tfl_find(const tfl_op *op, const char *name) {
  for (uint32_t i = 0; i < op->attrs.len; ++i)
    if (tfl_is(op->attrs.ptr[i].name, name)) return &op->attrs.ptr[i].value;
  return NULL;
}

/* ---- Answers that convert nothing ---- */

/* This use of the operation is not for this plugin; others may be asked. */
static inline tfl_answer tfl_declined(tfl_text why) {
  return (tfl_answer){.is_failure = true, .failure = {.declined = why}};
}

static inline tfl_answer tfl_failed_with(tfl_diagnostic diagnostic) {
  tfl_answer answer = {.is_failure = true, .failure = {.is_failed = true}};
  TFL_PUSH(answer.failure.failed, diagnostic);
  return answer;
}

/* The operation is wrong. */
static inline tfl_answer tfl_failed(const char *message) {
  return tfl_failed_with((tfl_diagnostic){.severity = TFL_ERROR, .message = tfl_text_of(message)});
}

/* An operand of it is. */
static inline tfl_answer tfl_failed_operand(const char *message, uint32_t operand) {
  return tfl_failed_with((tfl_diagnostic){
      .severity = TFL_ERROR, .message = tfl_text_of(message), .operand = {true, operand}});
}

/* An attribute of it is. */
static inline tfl_answer tfl_failed_attr(const char *message, const char *attr) {
  return tfl_failed_with((tfl_diagnostic){
      .severity = TFL_ERROR, .message = tfl_text_of(message), .attr = {true, tfl_text_of(attr)}});
}

/* ---- Building a fragment ---- */

/* In a fragment, values are numbered operands first, constants second, results of operations third. While it is built the
 * number of constants is not known, so that these have a bit of their own until `tfl_finish`. The values of regions are
 * for the author to number. */
#define TFL_CONST 0x80000000u

typedef struct { tfl_fragment fragment; uint32_t next; } tfl_builder;

/* Operand i of `op` is the value i. */
static inline tfl_builder tfl_begin(const tfl_op *op) {
  return (tfl_builder){.next = op->operands.len};
}

static inline tfl_value tfl_const(tfl_builder *b, tfl_tensor tensor) {
  TFL_PUSH(b->fragment.consts, tensor);
  return TFL_CONST | (b->fragment.consts.len - 1);
}

/* A constant of `len` bytes: a vector of `count` elements, or a scalar where that is negative. */
static inline tfl_value tfl_const_of(tfl_builder *b, const char *elem, const void *data, size_t len, int64_t count) {
  tfl_tensor tensor = {.ty = {.elem = tfl_text_of(elem), .dims = {.some = true}}};
  if (count >= 0) TFL_PUSH(tensor.ty.dims.value, (tfl_dim){true, (uint64_t)count});
  tensor.data.ptr = tfl_alloc(len);
  tensor.data.len = len;
  __builtin_memcpy(tensor.data.ptr, data, len);
  return tfl_const(b, tensor);
}

static inline tfl_value tfl_scalar_f32(tfl_builder *b, float x) {
  return tfl_const_of(b, "f32", &x, sizeof x, -1);
}

static inline tfl_value tfl_vector_i32(tfl_builder *b, const int32_t *elements, uint32_t count) {
  return tfl_const_of(b, "i32", elements, count * sizeof *elements, count);
}

/* The operation that was added last. */
static inline tfl_new_op *tfl_last(tfl_builder *b) {
  return &b->fragment.ops.ptr[b->fragment.ops.len - 1];
}

/* Gives the operation that was added last one result more. */
static inline tfl_value tfl_add_result(tfl_builder *b, tfl_type type) {
  TFL_PUSH(tfl_last(b)->results, type);
  return b->next++;
}

/* Gives the operation that was added last an attribute. */
static inline void tfl_add_attr(tfl_builder *b, const char *name, tfl_attr value) {
  TFL_PUSH(tfl_last(b)->attrs, (tfl_named_attr){tfl_text_of(name), value});
}

static inline void tfl_add_operand(tfl_builder *b, tfl_value value) {
  tfl_new_op *op = tfl_last(b);
  op->operands.ptr = tfl_room(op->operands.ptr, op->operands.len, sizeof *op->operands.ptr);
  op->operands.ptr[op->operands.len].some = true;
  op->operands.ptr[op->operands.len++].value = value;
}

/* Adds an operation with one operand and one result. */
static inline tfl_value tfl_unary(tfl_builder *b, const char *name, tfl_value x, tfl_type type) {
  TFL_PUSH(b->fragment.ops, (tfl_new_op){.name = tfl_text_of(name)});
  tfl_add_operand(b, x);
  return tfl_add_result(b, type);
}

/* Adds an operation with two operands and one result. */
static inline tfl_value tfl_binary(tfl_builder *b, const char *name, tfl_value x, tfl_value y, tfl_type type) {
  tfl_value result = tfl_unary(b, name, x, type);
  tfl_add_operand(b, y);
  return result;
}

/* The same of add, sub, mul and div, which say that no activation follows. */
static inline tfl_value tfl_arithmetic(tfl_builder *b, const char *name, tfl_value x, tfl_value y, tfl_type type) {
  tfl_value result = tfl_binary(b, name, x, y, type);
  tfl_add_attr(b, "fused_activation_function", (tfl_attr){.kind = TFL_TEXT, .text = tfl_text_of("NONE")});
  return result;
}

static inline tfl_value tfl_numbered(const tfl_builder *b, uint32_t operands, tfl_value value) {
  if (value & TFL_CONST) return operands + (value & ~TFL_CONST);
  return value < operands ? value : value + b->fragment.consts.len;
}

/* The fragment, in which `results` replace the results of the operation. */
static inline tfl_answer tfl_finish(tfl_builder *b, const tfl_op *op, const tfl_value *results, uint32_t count) {
  const uint32_t operands = op->operands.len;
  for (uint32_t i = 0; i < b->fragment.ops.len; ++i) {
    tfl_new_op *made = &b->fragment.ops.ptr[i];
    for (uint32_t k = 0; k < made->operands.len; ++k)
      made->operands.ptr[k].value = tfl_numbered(b, operands, made->operands.ptr[k].value);
  }
  for (uint32_t i = 0; i < count; ++i) TFL_PUSH(b->fragment.results, tfl_numbered(b, operands, results[i]));
  return (tfl_answer){.fragment = b->fragment};
}

/* ---- The export ---- */

/* The fields of the operation come as arguments, for there are few enough. */
__attribute__((export_name("tfl-opt:plugin/converter@0.1.0#convert"))) tfl_answer *tfl_export_convert(
    const char *name, uint32_t name_len, const tfl_named_attr *attrs, uint32_t attrs_len, const tfl_operand *operands,
    uint32_t operands_len, const tfl_type *results, uint32_t results_len) {
  static tfl_answer answer;
  const tfl_op op = {{name, name_len}, {attrs, attrs_len}, {operands, operands_len}, {results, results_len}};
  answer = tfl_convert(&op);
  return &answer;
}

#endif
