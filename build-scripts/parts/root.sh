# Makes an isolated Debian with newer compilers (Emscripten, clang, g++, clang-format); the host is not changed.
DEBIAN_ROOT=$CACHE/root-$ROOT_SUITE-$(short_hash "$ROOT_SUITE" "$ROOT_PACKAGES" "$ROOT_RECIPE")

root_title() { echo "an isolated Debian ($ROOT_SUITE) with Emscripten and clang (about 2 minutes, 3.5 GB in $CACHE)"; }

root_ready() { [[ -e $DEBIAN_ROOT/etalab-whole ]] && command -v bwrap >/dev/null; }

# enter DIR COMMAND...: runs a command with DIR as its file system, and the checkout and the cache at their usual paths.
enter() {
    local dir=$1
    shift
    bwrap --die-with-parent --bind "$dir" / --dev /dev --proc /proc --tmpfs /tmp --bind "$CACHE" "$CACHE" \
        --bind "$HERE" "$HERE" --chdir "$HERE" --setenv HOME /root --setenv DEBIAN_FRONTEND noninteractive \
        --setenv PATH /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin -- "$@"
}

in_root() { enter "$DEBIAN_ROOT" "$@"; }

root_make() {
    # It is made under another name and renamed when it is complete; downloads survive an interruption.
    local part=$DEBIAN_ROOT.part debs=$CACHE/debs mirror
    command -v debootstrap >/dev/null && command -v bwrap >/dev/null || apt_need debootstrap bubblewrap
    [[ ! -e $DEBIAN_ROOT/etalab-whole ]] || return 0
    ((EUID == 0)) || fail "only root can make the isolated Debian in which WebAssembly is compiled." \
        "Run this once as root, or put an Emscripten of $EMSCRIPTEN_LEAST or newer on the PATH."
    bwrap --bind / / --dev /dev --proc /proc true 2>"$LOGS/bwrap.log" ||
        fail "this system does not let bwrap make an isolated file system: $(head -n 1 "$LOGS/bwrap.log")" \
            "In a container, allow user namespaces (for instance docker run --privileged)," \
            "or put an Emscripten of $EMSCRIPTEN_LEAST or newer on the PATH."
    mirror=$(debian_mirror)
    [[ -n $mirror ]] || fail "no Debian mirror is named in this machine's apt sources." \
        "Put an Emscripten of $EMSCRIPTEN_LEAST or newer on the PATH instead."

    say "  1 of 3: Debian itself (about 25 s)"
    # A killed debootstrap may have left these mounted.
    umount -q "$part/proc" "$part/sys" 2>/dev/null || true
    rm -rf --one-file-system "$part"
    mkdir -p "$part" "$debs/partial"
    logged root-debootstrap debootstrap --variant=minbase --cache-dir="$debs" "$ROOT_SUITE" "$part" "$mirror" ||
        fail "Debian $ROOT_SUITE could not be set up from $mirror; the lines above say why." \
            "If the mirror was not reachable, start again. $CACHE must not be mounted noexec or nodev (XDG_CACHE_HOME moves it)."
    cp -L /etc/resolv.conf "$part/etc/resolv.conf" 2>/dev/null || true
    root_apt_settings "$part"
    printf 'deb %s %s main\n' "$mirror" "$ROOT_SUITE" >"$part/etc/apt/sources.list"

    say "  2 of 3: compilers (about 60 s; log in build/log/root-compilers.log)"
    mkdir -p "$part/var/cache/apt/archives"
    logged root-compilers enter "$part" bash -c "
        apt-get update && apt-get -y --no-install-recommends -o Dir::Cache::archives='$debs' install $ROOT_PACKAGES" ||
        fail "the compilers could not be installed in the isolated Debian." "Start again: what was downloaded is kept."

    say "  3 of 3: a first program"
    mkdir -p "$part/first"
    printf '#include <cstdio>\nint main() { std::puts("whole"); }\n' >"$part/first/first.cpp"
    logged root-first enter "$part" bash -c 'cd /first && em++ first.cpp -o first.js && node first.js | grep -qx whole' ||
        fail "Emscripten in the isolated Debian does not work." "The log says why."
    rm -rf "$part/first"
    touch "$part/etalab-whole"
    mv -T "$part" "$DEBIAN_ROOT"
    rm -rf "$debs"
}

# The root uses the host's settings for its mirror (proxy, certificates) too.
root_apt_settings() {
    apt-config dump | grep -E '^Acquire::(https?|Retries|ForceIPv[46])\b' >"$1/etc/apt/apt.conf.d/90host" || true
    printf 'APT::Sandbox::User "root";\nAcquire::Languages "none";\nAPT::Keep-Downloaded-Packages "true";\n' \
        >"$1/etc/apt/apt.conf.d/91etalab"
    if [[ -e /etc/ssl/certs/ca-certificates.crt ]]; then
        mkdir -p "$1/etc/ssl/certs"
        cp -L /etc/ssl/certs/ca-certificates.crt "$1/etc/ssl/certs/"
    fi
}
