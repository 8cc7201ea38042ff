# Installs the other two engines: Firefox ESR, and WebKitGTK's small browser with its driver and a virtual display.
browsers_title() { echo "Firefox ESR and WebKitGTK from Debian (about 60 s)"; }

browsers_packages=(firefox-esr webkit2gtk-driver xvfb xauth dbus-daemon)

browsers_ready() {
    local p
    for p in "${browsers_packages[@]}"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$p" 2>/dev/null) == installed ]] || return
    done
}

browsers_make() { apt_need "${browsers_packages[@]}"; }
