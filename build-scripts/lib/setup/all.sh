# Every command sources this file: it defines the toolchain's parts, how to compile, and the products.
for shared in common apt wheel need compile products; do source "$(dirname "${BASH_SOURCE[0]}")/$shared.sh"; done
unset shared
