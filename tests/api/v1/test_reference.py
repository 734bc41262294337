"""Programs read kinds, categories and regions, and the description of the API."""

from tests.person import Person


def test_kinds_and_categories_belong_together(client: Person) -> None:
    kinds = client.get("/api/v1/kinds").get_json()["items"]
    categories = client.get("/api/v1/categories").get_json()["items"]
    assert {kind["category"] for kind in kinds} == {one["slug"] for one in categories}
    assert {code for one in categories for code in one["kinds"]} == {kind["code"] for kind in kinds}


def test_regions_are_read_from_the_province_down(client: Person) -> None:
    provinces = client.get("/api/v1/regions").get_json()["items"]
    assert len(provinces) == 38
    regencies = client.get("/api/v1/regions?parent=35").get_json()["items"]
    assert {"code": "35.22", "name": "Kabupaten Bojonegoro", "level": "regency", "parent": "35"} in regencies
    assert client.get("/api/v1/regions?parent=99").status_code == 422


def test_the_description_names_every_address(client: Person) -> None:
    paths = client.get("/api/v1/openapi.json").get_json()["paths"]
    assert {"/api/v1/products", "/api/v1/products/{slug}", "/api/v1/inquiries"} <= paths.keys()
    assert {"201", "409", "422"} <= paths["/api/v1/inquiries"]["post"]["responses"].keys()


def test_the_description_says_which_keys_are_taken(client: Person) -> None:
    parameters = client.get("/api/v1/openapi.json").get_json()["paths"]["/api/v1/inquiries"]["post"]["parameters"]
    key = next(one for one in parameters if one["name"].lower() == "idempotency-key")
    assert (key["in"], key["required"]) == ("header", True)
    assert (key["schema"]["minLength"], key["schema"]["maxLength"]) == (1, 255)
    assert "UUID" in key["description"]


def test_an_unknown_address_or_method_is_a_problem(client: Person) -> None:
    for response in (client.get("/api/v1/nothing"), client.delete("/api/v1/products")):
        assert (response.status_code, response.mimetype) == (404, "application/problem+json")
