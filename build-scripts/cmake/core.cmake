# The core is eta::core. It throws nothing and needs no exceptions; on WebAssembly it is compiled for whole-program optimisation.
file(GLOB_RECURSE core_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/cpp/eta/*.cpp)
if(NOT core_sources)
  file(WRITE ${PROJECT_BINARY_DIR}/empty.cpp "")
  set(core_sources ${PROJECT_BINARY_DIR}/empty.cpp)
endif()

# eta_page is the same core for the page's module, without parts that only programs and tests need (cpp/eta/describe/left_out.hpp).
function(eta_library name)
  add_library(${name} STATIC ${core_sources})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/cpp)
  target_link_libraries(${name} PUBLIC eta_rules eta_eigen PRIVATE $<BUILD_INTERFACE:eta_warnings>)
  target_compile_options(${name} PRIVATE -fno-exceptions)
  if(EMSCRIPTEN)
    target_compile_options(${name} PRIVATE -flto)
  endif()
endfunction()

eta_library(eta_core)
add_library(eta::core ALIAS eta_core)
if(EMSCRIPTEN)
  eta_library(eta_page)
  set_target_properties(eta_page PROPERTIES EXCLUDE_FROM_ALL ON)
  target_compile_definitions(eta_page PUBLIC ETA_FOR_PAGE)
  target_compile_options(eta_page PRIVATE -fno-rtti)

  # The page downloads it, so all is compiled for size; what runs once a run and not once an update, for nothing else. The products, Adam,
  # exp, tanh and their kin are compiled for speed: their loops over what stays in registers must be unrolled.
  set(cold ${core_sources})
  list(FILTER cold INCLUDE REGEX "/cpp/eta/(describe|language|schedule|stop|run|train|export|report|data)/|/math/(decimal|number|shortest)\\.cpp$")
  list(FILTER cold EXCLUDE REGEX "/(trainer|batches)\\.cpp$")
  set_source_files_properties(${core_sources} PROPERTIES COMPILE_OPTIONS -Os)
  set_source_files_properties(${cold} PROPERTIES COMPILE_OPTIONS -Oz)
  set_source_files_properties(${PROJECT_SOURCE_DIR}/cpp/eta/math/vector_math.cpp ${PROJECT_SOURCE_DIR}/cpp/eta/math/product.cpp
    ${PROJECT_SOURCE_DIR}/cpp/eta/math/squares.cpp ${PROJECT_SOURCE_DIR}/cpp/eta/optimizer/adam.cpp
    PROPERTIES COMPILE_OPTIONS -O2)
endif()
