# Catch2 is one static library, compiled once per build tree. ETA_CATCH2_DIR holds its two amalgamated files, or they are fetched.
set(ETA_CATCH2_DIR "" CACHE PATH "Directory that holds catch_amalgamated.hpp and .cpp of Catch2 ${ETA_CATCH2_VERSION}")
set(catch2_found ${ETA_CATCH2_DIR})
if(NOT catch2_found)
  include(FetchContent)
  FetchContent_Declare(eta_catch2_source URL ${ETA_CATCH2_URL} URL_HASH SHA256=${ETA_CATCH2_SHA256}
    SOURCE_SUBDIR sources-only DOWNLOAD_EXTRACT_TIMESTAMP OFF)
  FetchContent_MakeAvailable(eta_catch2_source)
  set(catch2_found ${eta_catch2_source_SOURCE_DIR}/extras)
endif()

# Tests may also include Catch2's usual headers, such as <catch2/catch_test_macros.hpp>.
set(usual ${PROJECT_BINARY_DIR}/catch2-names)
foreach(name all test_macros template_test_macros get_random_seed session message tostring)
  file(CONFIGURE OUTPUT ${usual}/catch2/catch_${name}.hpp CONTENT "#include <catch_amalgamated.hpp>\n")
endforeach()
foreach(name matchers/catch_matchers matchers/catch_matchers_all matchers/catch_matchers_floating_point
    matchers/catch_matchers_string matchers/catch_matchers_vector generators/catch_generators
    generators/catch_generators_all generators/catch_generators_range benchmark/catch_benchmark)
  file(CONFIGURE OUTPUT ${usual}/catch2/${name}.hpp CONTENT "#include <catch_amalgamated.hpp>\n")
endforeach()

add_library(eta_catch2 STATIC EXCLUDE_FROM_ALL ${catch2_found}/catch_amalgamated.cpp)
target_include_directories(eta_catch2 SYSTEM PUBLIC ${catch2_found} ${usual})
target_compile_features(eta_catch2 PUBLIC cxx_std_20)
# A test framework does not need optimisation.
target_compile_options(eta_catch2 PRIVATE -O0)
if(EMSCRIPTEN)
  target_compile_options(eta_catch2 PUBLIC -fexceptions)
  target_compile_definitions(eta_catch2 PUBLIC CATCH_CONFIG_NO_POSIX_SIGNALS)
endif()
