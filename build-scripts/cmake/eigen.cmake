# eta_eigen is Eigen's headers: those in ETA_EIGEN_DIR if it is set, or an installed package, or a download.
set(ETA_EIGEN_DIR "" CACHE PATH "Directory that holds Eigen/Core, of Eigen ${ETA_EIGEN_LEAST} or newer")
add_library(eta_eigen INTERFACE)

if(NOT ETA_EIGEN_DIR)
  find_package(Eigen3 ${ETA_EIGEN_LEAST} CONFIG QUIET)
  if(Eigen3_FOUND)
    get_target_property(ETA_EIGEN_FOUND Eigen3::Eigen INTERFACE_INCLUDE_DIRECTORIES)
  else()
    # This project's own tests do not run this; see build-scripts/parts/versions.
    include(FetchContent)
    FetchContent_Declare(eta_eigen_source URL ${ETA_EIGEN_URL} URL_HASH SHA256=${ETA_EIGEN_URL_SHA256}
      SOURCE_SUBDIR headers-only DOWNLOAD_EXTRACT_TIMESTAMP OFF)
    FetchContent_MakeAvailable(eta_eigen_source)
    set(ETA_EIGEN_FOUND ${eta_eigen_source_SOURCE_DIR})
  endif()
else()
  set(ETA_EIGEN_FOUND ${ETA_EIGEN_DIR})
endif()
target_include_directories(eta_eigen SYSTEM INTERFACE ${ETA_EIGEN_FOUND})
