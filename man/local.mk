# man: to add a page, add its line "man/NAME.1" here once it exists.
dist_man_MANS =
