"""The outbox keeps, delays and retries; nothing acknowledged is lost, nothing is doubled by a key."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from shop.lib.clock import now
from shop.platform import outbox
from shop.platform.db import db, writing
from shop.platform.outbox import Message, OutboxMessage


@dataclass(frozen=True)
class KettleBoiled(Message):
    """A message of these tests."""

    kettle: int


pytestmark = pytest.mark.usefixtures("db_session")


def all_rows() -> list[OutboxMessage]:
    return list(db.session.scalars(select(OutboxMessage).order_by(OutboxMessage.id)))


def test_a_message_comes_out_as_it_was_left() -> None:
    outbox.leave(KettleBoiled(7))
    [row] = outbox.claim()
    assert row.message() == KettleBoiled(7)


def test_a_word_of_a_rolled_back_change_is_never_spoken() -> None:
    outbox.leave(KettleBoiled(1))
    db.session.rollback()
    assert outbox.claim() == []


def test_a_key_keeps_a_waiting_message_from_being_doubled_and_is_free_again_once_done() -> None:
    outbox.leave(KettleBoiled(1), key="kettle")
    outbox.leave(KettleBoiled(1), key="kettle")
    [row] = outbox.claim()
    outbox.finish(row)
    db.session.flush()
    outbox.leave(KettleBoiled(1), key="kettle")
    assert [one.done_at is None for one in all_rows()] == [False, True]


def test_a_claimed_message_is_leased_to_one_worker_until_the_lease_ends() -> None:
    outbox.leave(KettleBoiled(1))
    assert len(outbox.claim()) == 1
    assert outbox.claim() == []
    with time_machine.travel(now() + outbox.LEASE + timedelta(seconds=1)):
        assert len(outbox.claim()) == 1


def test_what_a_killed_worker_held_is_due_again_when_the_next_one_starts() -> None:
    outbox.leave(KettleBoiled(1))
    outbox.claim()
    outbox.free_leases()
    db.session.expire_all()
    assert len(outbox.claim()) == 1


def test_what_ended_a_worker_more_than_once_waits_before_it_may_do_so_again() -> None:
    outbox.leave(KettleBoiled(1))
    outbox.claim()
    outbox.free_leases()
    db.session.flush()
    outbox.claim()
    outbox.free_leases()
    db.session.flush()
    assert outbox.claim() == []
    with time_machine.travel(now() + timedelta(seconds=5)):
        assert len(outbox.claim()) == 1


def test_what_was_tried_before_comes_alone_so_that_it_takes_no_other_along() -> None:
    for kettle in (1, 2, 3):
        outbox.leave(KettleBoiled(kettle))
    all_rows()[1].attempts = 1
    db.session.flush()
    claimed = [[row.payload["kettle"] for row in outbox.claim()] for _ in range(3)]
    assert claimed == [[1], [2], [3]]


def test_a_message_whose_lease_ends_once_too_often_is_left_to_staff() -> None:
    outbox.leave(KettleBoiled(1))
    outbox.leave(KettleBoiled(2))
    row = all_rows()[0]
    row.attempts = outbox.MAX_ATTEMPTS
    row.leased_until = now() - timedelta(seconds=1)
    db.session.flush()
    assert [one.payload["kettle"] for one in outbox.claim()] == [2]
    assert row.failed_at is not None
    assert row.last_error == "the worker ended while it handled this"


def test_a_delayed_message_waits_for_its_time() -> None:
    outbox.leave(KettleBoiled(1), after=timedelta(hours=24))
    assert outbox.claim() == []
    assert outbox.oldest_waiting() is None
    with time_machine.travel(now() + timedelta(hours=25)):
        assert len(outbox.claim()) == 1


def test_a_failing_message_waits_longer_each_time_and_ends_where_staff_see_it() -> None:
    outbox.leave(KettleBoiled(1))
    [row] = all_rows()
    waits = []
    while row.failed_at is None:
        row.attempts += 1
        outbox.postpone(row, "no water")
        waits.append(row.available_at)
    assert row.attempts == outbox.MAX_ATTEMPTS
    assert waits[:5] == sorted(waits[:5])
    assert row.last_error == "no water"
    db.session.flush()
    with time_machine.travel(now() + timedelta(days=2)):
        assert outbox.claim() == []
        outbox.try_again(row.id)
        assert [one.id for one in outbox.claim()] == [row.id]


def test_finished_messages_are_forgotten_and_waiting_ones_kept() -> None:
    outbox.leave(KettleBoiled(1))
    outbox.leave(KettleBoiled(2))
    outbox.finish(all_rows()[0])
    db.session.flush()
    outbox.forget_done(now() + timedelta(seconds=1))
    assert [row.payload for row in all_rows()] == [{"kettle": 2}]


def test_two_at_once_leave_a_word_of_one_key_once(app: Flask) -> None:
    both = threading.Barrier(2)

    def leave_it() -> None:
        with app.app_context(), writing():
            both.wait(10)
            outbox.leave(KettleBoiled(1), key="kettle")
            db.session.commit()
            db.session.remove()

    with ThreadPoolExecutor(2) as pool:
        for one in [pool.submit(leave_it) for _ in range(2)]:
            one.result(30)
    assert len(all_rows()) == 1
