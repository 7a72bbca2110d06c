"""Loading the demonstration: its people, and whose data it leaves alone."""

import pytest
from django.contrib.auth import authenticate

from goldthread.accounts.models import User
from goldthread.accounts.queries import roles_of
from goldthread.accounts.roles import Role
from goldthread.demo.load import NotForDemonstration, demonstration, is_loaded, load_demonstration, sign_ins
from tests.builders import NOW, a_person


@pytest.mark.django_db
def test_each_role_can_sign_in_with_the_stated_password(demonstration_in_database: None) -> None:
    for entry in sign_ins():
        person = authenticate(username=entry.email, password=demonstration().password)

        assert isinstance(person, User)
        assert roles_of(person) == [entry.role]
    assert len(list(sign_ins())) == len(Role)
    assert is_loaded()


@pytest.mark.django_db
def test_a_councils_own_data_gets_neither_its_figures_nor_its_people() -> None:
    a_person()
    before = User.objects.count()

    with pytest.raises(NotForDemonstration, match="The data of Anytown Council is held here"):
        load_demonstration(at=NOW)

    assert User.objects.count() == before
    assert not is_loaded()


def test_the_demonstration_says_whose_it_is_not() -> None:
    assert "not the council's own site" in demonstration().notice
    assert len(demonstration().password) >= 12
