# Finds Eigen's headers: the installed ones if they are new enough, or those of the pinned wheel.
EIGEN_DIR=$CACHE/eigen-$(short_hash "$EIGEN_WHEEL" "$EIGEN_WHEEL_SHA256")

eigen_title() { echo "Eigen's headers ($EIGEN_WHEEL)"; }

# An installed Eigen is searched here and passed on, so that the isolated root compiles with the same headers.
eigen_installed() {
    local dir macros world major minor
    for dir in /usr/local/include/eigen3 /usr/include/eigen3; do
        for macros in "$dir/Eigen/Version" "$dir/Eigen/src/Core/util/Macros.h"; do
            [[ -r $macros ]] || continue
            world=$(awk '/#define EIGEN_(WORLD|MAJOR|MINOR|PATCH)_VERSION/ { v[$2] = $3 }
                END { print v["EIGEN_WORLD_VERSION"] "." v["EIGEN_MAJOR_VERSION"] "." v["EIGEN_MINOR_VERSION"] "." v["EIGEN_PATCH_VERSION"] }' "$macros")
            # Up to 3.4 a version is WORLD.MAJOR.MINOR, from 5 on MAJOR.MINOR.PATCH with WORLD left at 3.
            [[ $world == 3.[0-4].* ]] || world=${world#3.}
            if at_least "${world%.}" "$EIGEN_LEAST"; then echo "$dir"; return; fi
        done
    done
    return 1
}

eigen_dir() { eigen_installed || echo "$EIGEN_DIR"; }

eigen_ready() { [[ -e $EIGEN_DIR/Eigen/Core ]] || eigen_installed >/dev/null; }

eigen_make() {
    local part=$EIGEN_DIR.part
    rm -rf "$part"
    wheel_fetch "$EIGEN_WHEEL" "$EIGEN_WHEEL_SHA256" "$part" ||
        fail "Eigen $EIGEN_LEAST or newer is not installed, and $EIGEN_WHEEL could not be had from PyPI." \
            "Install Eigen $EIGEN_LEAST (headers in /usr/local/include/eigen3), or make PyPI reachable, and start again."
    mv -T "$part/eigency/eigen" "$EIGEN_DIR"
    rm -rf "$part"
}
