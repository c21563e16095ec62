"""A loopback AWS: moto 5.2.1 with the mends in `mends/`.

Usage: python mock_aws.py        (started by harness/mock-aws.ts, with the Python that has moto)

It binds a free port on 127.0.0.1 and prints it as one line of JSON, then serves until its standard
input closes. That is how it follows its parent: even a parent ended by SIGKILL closes its pipes.
"""

import json
import os
import signal
import sys
import threading

HOST = "127.0.0.1"
# The mends patch insides of moto; another version may have moved them, or have mended them itself.
KNOWN_GOOD = "5.2.1"


def end_with_parent() -> None:
    while sys.stdin.buffer.read(4096):
        pass
    os._exit(0)


def main() -> None:
    threading.Thread(target=end_with_parent, daemon=True).start()
    # A terminal's Ctrl-C reaches the whole process group; the parent decides, by closing the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    import moto

    if moto.__version__ != KNOWN_GOOD:
        print(f"the mends are written for moto {KNOWN_GOOD}, this is {moto.__version__}", file=sys.stderr)

    import mends
    from moto.server import DomainDispatcherApplication, create_backend_app
    from werkzeug.serving import WSGIRequestHandler, make_server

    mends.apply()

    class QuietHandler(WSGIRequestHandler):
        # HTTP/1.1 keeps connections open: thousands of small requests, one handshake per client.
        protocol_version = "HTTP/1.1"

        def log_request(self, *_args: object) -> None:
            pass

    application = DomainDispatcherApplication(create_backend_app)
    server = make_server(HOST, 0, application, threaded=True, request_handler=QuietHandler)
    # moto builds some URLs (pre-signed, Lambda callbacks) from this variable.
    os.environ["MOTO_PORT"] = str(server.server_port)
    print(json.dumps({"port": server.server_port}), flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
