# Where the hall asks for a newer version, and root's own program tells of it.
    install -d -m 0755 /var/lib/antre-update
    install -d -o antre -g antre -m 0700 /var/lib/antre-update/requests
