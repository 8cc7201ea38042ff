# Installs the npm packages of web/package-lock.json in web/node_modules, and links them for tests and build scripts.
packages_title() { echo "npm packages (about 10 s)"; }

packages_stamp() {
    short_hash "$(cat "$HERE/web/package.json" "$HERE/web/package-lock.json")" "$(uname -sm)"
}

packages_ready() {
    [[ $(cat "$HERE/web/node_modules/etalab-whole" 2>/dev/null) == "$(packages_stamp)" ]] &&
        [[ -e $HERE/tests/node_modules/esbuild && -e $HERE/build-scripts/node_modules/esbuild ]]
}

packages_make() {
    # No package needs its install script; npm ci starts with an empty directory, so no incomplete installation stays.
    (cd "$HERE/web" && logged npm npm ci --ignore-scripts) ||
        fail "npm could not install the packages of web/package-lock.json." \
            "Check that npm's registry is reachable (npm ping), and start again."
    ln -sfn ../web/node_modules "$HERE/tests/node_modules"
    ln -sfn ../web/node_modules "$HERE/build-scripts/node_modules"
    packages_stamp >"$HERE/web/node_modules/etalab-whole"
}
