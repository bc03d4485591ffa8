#include <dlfcn.h>
#include <harfbuzz/hb.h>
#include <harfbuzz/hb-subset.h>

// HarfBuzz brings seven libraries along, which would cost each start of the program a third more: it is
// loaded when a PDF is to be written.

#define CHARFBUZZ_SHAPING(F) \
  F(hb_blob_create) F(hb_blob_destroy) F(hb_blob_get_data) \
  F(hb_face_create) F(hb_face_destroy) F(hb_face_reference_blob) \
  F(hb_font_create) F(hb_font_destroy) F(hb_font_get_glyph_h_advance) F(hb_font_get_nominal_glyph) \
  F(hb_buffer_create) F(hb_buffer_destroy) F(hb_buffer_set_flags) F(hb_buffer_set_cluster_level) \
  F(hb_buffer_clear_contents) F(hb_buffer_add_utf8) F(hb_buffer_guess_segment_properties) \
  F(hb_buffer_set_direction) F(hb_buffer_get_glyph_infos) F(hb_buffer_get_glyph_positions) \
  F(hb_shape) F(hb_set_add) F(hb_version_string)

#define CHARFBUZZ_SUBSETTING(F) \
  F(hb_subset_input_create_or_fail) F(hb_subset_input_destroy) F(hb_subset_input_glyph_set) \
  F(hb_subset_input_set) F(hb_subset_input_set_flags) F(hb_subset_or_fail)

// The functions that are called, each under its own name.
struct charfbuzz {
#define F(name) __typeof__(name) *name;
  CHARFBUZZ_SHAPING(F) CHARFBUZZ_SUBSETTING(F)
#undef F
};

// Finds the functions; 0 where the libraries are not there, or lack one.
static inline int charfbuzz_load(struct charfbuzz *functions) {
  void *shaping = dlopen("libharfbuzz.so.0", RTLD_NOW);
  void *subsetting = dlopen("libharfbuzz-subset.so.0", RTLD_NOW);
  if (!shaping || !subsetting) return 0;
#define F(name) if (!(functions->name = (__typeof__(name) *)dlsym(shaping, #name))) return 0;
  CHARFBUZZ_SHAPING(F)
#undef F
#define F(name) if (!(functions->name = (__typeof__(name) *)dlsym(subsetting, #name))) return 0;
  CHARFBUZZ_SUBSETTING(F)
#undef F
  return 1;
}
