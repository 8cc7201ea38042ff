# Every command begins with this: it knows the toolchain's parts, how to compile, and what can be made.
for shared in common apt wheel need compile products; do source "$(dirname "${BASH_SOURCE[0]}")/$shared.sh"; done
unset shared
