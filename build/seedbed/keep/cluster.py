"""A Dask cluster that does the work of a build, through the standard executor interface.

Its workers need this package, the same version of Python, and the project's folder under the same path.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from seedbed.errors import SeedbedError

# Seconds to wait for the scheduler, and then for its first worker.
PATIENCE = 10


@contextmanager
def connect(address: str, patience: float = PATIENCE) -> Iterator[Executor]:
    """An executor that runs what it is given on a cluster.

    What a worker was doing that is lost, another does again.

    Args:
        address: Of the scheduler, as Dask writes it ("tcp://10.0.0.1:8786").
        patience: Seconds to wait for the scheduler, and for its first worker.

    Raises:
        SeedbedError: Dask is not installed, no scheduler answers, or it has no worker.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - optional, and slow to import
    except ImportError as error:
        raise SeedbedError(
            "a build on a cluster needs Dask, which is not installed. Install it with"
            ' `pip install "seedbed[cluster]"`, or build without --cluster.'
        ) from error
    try:
        client: Any = Client(address, timeout=patience, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise SeedbedError(
            f"no scheduler answers at {address}. Start one with `dask scheduler`, which prints its address,"
            " and workers with `dask worker ADDRESS`; or build without --cluster."
        ) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=patience)
        except TimeoutError as error:
            raise SeedbedError(
                f"the scheduler at {address} has no worker. Start one with `dask worker {address}` on a"
                " machine that has this package, and this folder under the same path."
            ) from error
        # What a task gives depends on files, which Dask knows nothing of: none is the same as one before.
        yield client.get_executor(pure=False)
