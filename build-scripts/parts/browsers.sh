# The two other engines, for tests that run in all three: Firefox, and WebKitGTK with its driver and a screen to draw on.
browsers_title() { echo "Firefox and WebKitGTK from Debian (about 60 s)"; }

browsers_packages=(firefox-esr webkit2gtk-driver xvfb xauth dbus)

browsers_ready() {
    local p
    for p in "${browsers_packages[@]}"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$p" 2>/dev/null) == installed ]] || return
    done
}

browsers_make() { apt_need "${browsers_packages[@]}"; }
