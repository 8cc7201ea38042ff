# Fetches a wheel from PyPI and checks it against a pinned hash.

# wheel_fetch REQUIREMENT SHA256 DIR: unpacks the wheel into DIR, or returns non-zero with the reason shown.
wheel_fetch() {
    local requirement=$1 hash=$2 dir=$3 get
    get=$(mktemp -d "$CACHE/wheel.XXXXXX")
    python3 -m pip --version >/dev/null 2>&1 || apt_need python3-pip
    printf '%s --hash=sha256:%s\n' "$requirement" "$hash" >"$get/requirement.txt"
    logged "wheel-${requirement%%=*}" python3 -m pip download --no-deps --only-binary :all: --python-version 3.11 \
        --platform manylinux2014_x86_64 --require-hashes -r "$get/requirement.txt" -d "$get" &&
        python3 -m zipfile -e "$get"/*.whl "$dir" || { rm -rf "$get"; return 1; }
    rm -rf "$get"
}
