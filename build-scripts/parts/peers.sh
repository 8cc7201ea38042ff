# Installs the libraries that build-scripts/bench peers measures in build/peers, apart from the packages of the page.
peers_title() { echo "TensorFlow.js, ConvNetJS and jax-js from npm (about 5 s)"; }

PEERS_FILES=$HERE/build-scripts/lib/bench/peers

peers_stamp() { short_hash "$(cat "$PEERS_FILES/package.json" "$PEERS_FILES/package-lock.json")"; }

peers_ready() { [[ $(cat "$HERE/build/peers/node_modules/etalab-whole" 2>/dev/null) == "$(peers_stamp)" ]]; }

peers_make() {
    mkdir -p "$HERE/build/peers"
    cp "$PEERS_FILES"/{package.json,package-lock.json,.npmrc} "$HERE/build/peers"
    (cd "$HERE/build/peers" && logged peers npm ci --ignore-scripts) ||
        fail "npm could not install the packages of build-scripts/lib/bench/peers/package-lock.json." \
            "Check that npm's registry is reachable (npm ping), and start again."
    peers_stamp >"$HERE/build/peers/node_modules/etalab-whole"
}
