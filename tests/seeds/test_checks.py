"""The reference data as committed are without fault."""

from seeds.checks import Problem, check_all, demo_records


def test_the_committed_tables_agree_with_each_other():
    assert check_all() == []


def test_the_demonstration_set_has_its_size():
    sizes = {name: len(rows) for name, rows in demo_records().items()}
    assert sizes == {"organisations.jsonl": 101, "offers.jsonl": 150, "demands.jsonl": 60}


def test_a_problem_names_file_row_column_and_code():
    problem = Problem("units", "kg", "factor", "not_a_number", "x")
    assert (problem.file, problem.row, problem.column, problem.code) == (
        "units",
        "kg",
        "factor",
        "not_a_number",
    )
