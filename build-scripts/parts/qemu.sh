# Installs an emulator of older processors, on which the program is tried.
qemu_title() { echo "an emulator of processors from Debian (about 10 s)"; }

qemu_ready() { command -v qemu-x86_64 >/dev/null; }

qemu_make() { apt_need qemu-user; }
