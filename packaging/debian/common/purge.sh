if [ "$1" = purge ]; then
  rm -rf /var/cache/antre
  if [ ! -e /usr/lib/antre/node ]; then rm -rf /var/lib/antre-update; fi
  # The data is that of whichever of the two packages is installed; one that was replaced by the other has none.
  if [ -d /var/lib/antre ] && [ ! -e /usr/lib/antre/node ]; then
    delete=false
    if [ -e /usr/share/debconf/confmodule ]; then
      . /usr/share/debconf/confmodule
      db_fset antre/delete-data seen false || true
      db_input high antre/delete-data || true
      db_go || true
      if db_get antre/delete-data; then delete=$RET; fi
    fi
    if [ "$delete" = true ]; then
      rm -rf /var/lib/antre
    else
      echo "The hall's data stays in /var/lib/antre." >&2
    fi
  fi
  if [ -e /usr/share/debconf/confmodule ]; then
    . /usr/share/debconf/confmodule
    db_purge || true
  fi
fi
