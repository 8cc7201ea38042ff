# The C++ tests are one program, compiled natively and to WebAssembly; there a second one has every check that Emscripten knows.
file(GLOB test_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/cpp/*.cpp)
if(NOT test_sources)
  return()
endif()

# The objects are compiled once and linked into each program.
add_library(eta_test_objects OBJECT ${test_sources})
target_link_libraries(eta_test_objects PUBLIC eta_core eta_catch2 PRIVATE eta_warnings)
target_include_directories(eta_test_objects PRIVATE ${PROJECT_SOURCE_DIR}/tests/cpp)
target_compile_definitions(eta_test_objects PRIVATE ETA_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
target_precompile_headers(eta_test_objects PRIVATE <catch_amalgamated.hpp>)

add_executable(eta_tests $<TARGET_OBJECTS:eta_test_objects>)
set(programs eta_tests)
if(EMSCRIPTEN)
  add_executable(eta_tests_checked $<TARGET_OBJECTS:eta_test_objects>)
  list(APPEND programs eta_tests_checked)
  target_link_options(eta_tests_checked PRIVATE -O1 -sASSERTIONS=2 -sSTACK_OVERFLOW_CHECK=2)
endif()

foreach(program IN LISTS programs)
  target_link_libraries(${program} PRIVATE eta_core eta_catch2)
  set_target_properties(${program} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
  if(EMSCRIPTEN)
    set_target_properties(${program} PROPERTIES SUFFIX .cjs)
    target_link_options(${program} PRIVATE -fexceptions ${ETA_NODE_LINK})
  endif()
endforeach()
