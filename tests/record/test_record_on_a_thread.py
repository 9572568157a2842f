"""A record is made on a thread of its own, where no garbage may be collected: Qt would crash."""

import gc
import threading
import weakref

from facilitator.record import make_record
from tests.helpers.records import a_summary


class Widget:
    """Stands for a closed window that only the garbage collector can delete."""

    def __init__(self) -> None:
        self.itself = self


def test_making_a_record_deletes_nothing_of_the_windows() -> None:
    deleted_on: list[int] = []
    gc.collect()
    gc.disable()  # as while any work is running in the background
    try:
        weakref.finalize(Widget(), lambda: deleted_on.append(threading.get_ident()))
        maker = threading.Thread(target=make_record, args=(a_summary(),))
        maker.start()
        maker.join()
        assert not deleted_on
    finally:
        gc.enable()
    gc.collect()
    assert deleted_on == [threading.get_ident()]
