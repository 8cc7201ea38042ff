# Installs the host's own compiler and build tools.
host_title() { echo "compiler and build tools from Debian (about 20 s)"; }

host_ready() { command -v g++ >/dev/null && command -v cmake >/dev/null && command -v ninja >/dev/null; }

host_make() {
    local packages=()
    command -v g++ >/dev/null || packages+=(g++)
    command -v cmake >/dev/null || packages+=(cmake)
    command -v ninja >/dev/null || packages+=(ninja-build)
    apt_need "${packages[@]}"
}
