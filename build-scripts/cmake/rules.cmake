# These options compile everything. eta_rules makes the same bits everywhere, so it is passed on to all that link the core.
add_library(eta_rules INTERFACE)
target_compile_features(eta_rules INTERFACE cxx_std_20)

# There is no fused multiply-add, and both sides have the same 128-bit vectors, but for functions that say otherwise (cpp/eta/math/width.hpp).
# (With errno for negative arguments a loop with sqrt in it could not become SIMD code.)
target_compile_options(eta_rules INTERFACE -ffp-contract=off -fno-math-errno)
if(EMSCRIPTEN)
  # Every browser with SIMD has the other two as well.
  target_compile_options(eta_rules INTERFACE -msimd128 -msse4.2 -mbulk-memory -mnontrapping-fptoint)
elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$")
  target_compile_options(eta_rules INTERFACE -msse4.2 -mno-avx -mno-fma)
endif()

target_compile_definitions(eta_rules INTERFACE
  EIGEN_DONT_PARALLELIZE
  EIGEN_MPL2_ONLY)

# These warnings are for this project's own files only.
add_library(eta_warnings INTERFACE)
target_compile_options(eta_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # g++ 12 takes "a" + std::string for overlapping or overlong copies (GCC bug 105651, fixed in 13).
  target_compile_options(eta_warnings INTERFACE -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow)
endif()
if(ETA_WERROR)
  target_compile_options(eta_warnings INTERFACE -Werror)
endif()

# Every WebAssembly program is linked with these. The default stack of 64 kB is too small for a product of 784 by 128.
# Those for Node read files beside themselves and leave with main's status.
set(ETA_WASM_LINK -sSTACK_SIZE=1MB -sALLOW_MEMORY_GROWTH=1)
set(ETA_NODE_LINK ${ETA_WASM_LINK} -sENVIRONMENT=node -sNODERAWFS=1 -sEXIT_RUNTIME=1)
