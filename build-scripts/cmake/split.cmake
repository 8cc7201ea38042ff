# wasm-split, a tool of Binaryen that comes with Emscripten, splits the page's module in two. split/eta.wasm has the functions that a
# first visit calls, split/eta.secondary.wasm all others, and the data of the section `later`. Besides this file only web/src/engine/split-module.js knows that there are two:
# build-scripts copies the folder as it is.
execute_process(COMMAND em-config BINARYEN_ROOT OUTPUT_VARIABLE binaryen OUTPUT_STRIP_TRAILING_WHITESPACE)
find_program(ETA_WASM_SPLIT wasm-split HINTS ${binaryen}/bin REQUIRED)
find_program(ETA_WASM_DIS wasm-dis HINTS ${binaryen}/bin REQUIRED)
find_program(ETA_WASM_OPT wasm-opt HINTS ${binaryen}/bin REQUIRED)
find_program(ETA_NODE NAMES node nodejs REQUIRED)

set(split ${PROJECT_BINARY_DIR}/split)
set(profile ${PROJECT_BINARY_DIR}/first-visit.profile)
set(scripts ${PROJECT_SOURCE_DIR}/build-scripts/lib/site)
# These are the features of rules.cmake. Without reference types the moved functions keep their indices in the one table.
set(features --enable-simd --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals)

add_custom_command(
  OUTPUT ${split}/eta.wasm ${split}/eta.secondary.wasm
  COMMAND ${CMAKE_COMMAND} -E make_directory ${split}
  COMMAND ${ETA_WASM_SPLIT} --instrument ${features} eta.wasm -o instrumented.wasm
  COMMAND ${ETA_NODE} ${scripts}/profile-module.mjs eta.mjs instrumented.wasm assets/digits.bin ${profile}
  COMMAND ${ETA_WASM_SPLIT} ${features} eta.wasm --profile=${profile} -o1 first.wasm -o2 second.wasm
  # What has lost its callers is smaller without them; it saves 0.6 kB of the first visit.
  COMMAND ${ETA_WASM_OPT} ${features} -Oz --reorder-functions first.wasm -o first.wasm
  COMMAND ${ETA_WASM_DIS} ${features} first.wasm -o first.wat
  COMMAND ${ETA_NODE} ${scripts}/cut-later.mjs eta.map first.wat first.wasm second.wasm ${split}/eta.wasm ${split}/eta.secondary.wasm
  DEPENDS eta_module eta_assets ${scripts}/cut-later.mjs ${scripts}/profile-module.mjs ${PROJECT_SOURCE_DIR}/web/src/engine/engine.js
  WORKING_DIRECTORY ${PROJECT_BINARY_DIR}
  VERBATIM)
add_custom_target(eta_split DEPENDS ${split}/eta.wasm)
