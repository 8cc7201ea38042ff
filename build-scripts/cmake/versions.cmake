# Reads the one list of versions and hashes (build-scripts/parts/versions) into CMake variables ETA_NAME.
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/../parts/versions lines REGEX "^[A-Z0-9_]+=\"")
foreach(line IN LISTS lines)
  if(line MATCHES "^([A-Z0-9_]+)=\"(.*)\"$")
    set(ETA_${CMAKE_MATCH_1} "${CMAKE_MATCH_2}")
  endif()
endforeach()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/../parts/versions)
