# SPDX-License-Identifier: MIT
"""A PostGIS of one's own for as long as a `with` lasts: on a free loopback port, in a temporary folder."""
import glob
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time


class NotInstalled(Exception):
    """What is missing, by the name of its Debian package."""


def programs():
    """The folder of PostgreSQL's programs, of a version that has PostGIS."""
    for folder in sorted(glob.glob('/usr/lib/postgresql/*/bin'), reverse=True):
        version = folder.split('/')[-2]
        if os.path.exists(f'/usr/share/postgresql/{version}/extension/postgis.control'):
            return folder
    raise NotInstalled('postgresql-15-postgis-3')


def free_port():
    with socket.socket() as any_port:
        any_port.bind(('127.0.0.1', 0))
        return any_port.getsockname()[1]


class TemporaryPostgis:
    """`address` is what areaclaim and GDAL take, with the password; `dsn` the same without `PG:`."""

    def __enter__(self):
        self.bin = programs()
        # PostgreSQL refuses to run as root.
        self.user = {'user': 'postgres', 'group': 'postgres', 'extra_groups': []} if os.geteuid() == 0 else {}
        self.folder = tempfile.mkdtemp(prefix='areaclaim-postgis-')
        self.password = secrets.token_hex(8)
        # Whatever ends this program, the server ends with it.
        self.handlers = {s: signal.signal(s, lambda number, _: sys.exit(128 + number))
                         for s in (signal.SIGTERM, signal.SIGHUP)}
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _start(self):
        secret = os.path.join(self.folder, 'password')
        with open(secret, 'w', encoding='ascii') as file:
            file.write(self.password)
        if self.user:
            shutil.chown(self.folder, 'postgres')
            shutil.chown(secret, 'postgres')
        self.data = os.path.join(self.folder, 'data')
        self._run('initdb', '-D', self.data, '-U', 'maps', '--auth=scram-sha-256', f'--pwfile={secret}',
                  '--encoding=UTF8', '--locale=C', '--no-sync')
        self.port = free_port()
        options = (f'-c listen_addresses=127.0.0.1 -c port={self.port} -c unix_socket_directories={self.folder} '
                   '-c fsync=off -c shared_buffers=256MB -c work_mem=256MB')
        self._run('pg_ctl', 'start', '-D', self.data, '-w', '-t', '60', '-l', os.path.join(self.folder, 'log'),
                  '-o', options)
        self.dsn = f'host=127.0.0.1 port={self.port} dbname=postgres user=maps password={self.password}'
        self.address = 'PG:' + self.dsn
        self.sql('CREATE EXTENSION postgis')

    def __exit__(self, *_):
        try:
            if os.path.exists(os.path.join(self.folder, 'data', 'postmaster.pid')):
                self._run('pg_ctl', 'stop', '-D', self.data, '-w', '-m', 'immediate')
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)
            for number, handler in self.handlers.items():
                signal.signal(number, handler)

    def _run(self, program, *arguments):
        subprocess.run([os.path.join(self.bin, program), *arguments], check=True, cwd='/', stdin=subprocess.DEVNULL,
                       stdout=subprocess.DEVNULL, **self.user)

    def sql(self, text, stdin=None):
        """What psql prints of a statement: rows a line, columns between '|'."""
        psql = [os.path.join(self.bin, 'psql'), '-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1']
        ran = subprocess.run([*psql, '-c', text, self.dsn], check=True, input=stdin, capture_output=True, text=True)
        return ran.stdout

    def processor_time(self):
        """Seconds that the server's processes took that have ended, each with its connection."""
        with open(os.path.join(self.data, 'postmaster.pid'), encoding='ascii') as file:
            server = file.readline().strip()
        time.sleep(0.05)  # a process ends a moment after its connection
        with open(f'/proc/{server}/stat', encoding='ascii') as file:
            fields = file.read().rpartition(')')[2].split()
        return (int(fields[13]) + int(fields[14])) / os.sysconf('SC_CLK_TCK')
