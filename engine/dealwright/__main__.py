"""`python -m dealwright`: the command."""

from dealwright.cli import main

if __name__ == "__main__":
    main()
