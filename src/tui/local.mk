# src/tui: to add a file, add its line "src/tui/NAME.c" here once it exists and
# compiles (private headers that lie in this folder too). Headers below include/
# need no line. make runs automake again by itself.
libtui_a_SOURCES += \
	src/tui/archive.c \
	src/tui/ask.c \
	src/tui/bulk_view.c \
	src/tui/choose.c \
	src/tui/columns.c \
	src/tui/columns_view.c \
	src/tui/commands.c \
	src/tui/conflict.c \
	src/tui/dashboard.c \
	src/tui/detail.c \
	src/tui/draw.c \
	src/tui/edit.c \
	src/tui/edit_undo.c \
	src/tui/editor.c \
	src/tui/export_view.c \
	src/tui/field_choice.c \
	src/tui/field_note.c \
	src/tui/field_ref.c \
	src/tui/field_text.c \
	src/tui/findings.c \
	src/tui/findings.h \
	src/tui/findings_certification.c \
	src/tui/findings_checks.c \
	src/tui/findings_due.c \
	src/tui/form.c \
	src/tui/help.c \
	src/tui/import_view.c \
	src/tui/input.c \
	src/tui/item.c \
	src/tui/keys.c \
	src/tui/list.c \
	src/tui/list_cell.c \
	src/tui/list_marks.c \
	src/tui/list_order.c \
	src/tui/list_view.c \
	src/tui/loop.c \
	src/tui/marks.c \
	src/tui/matrix.c \
	src/tui/menu.c \
	src/tui/message.c \
	src/tui/mouse.c \
	src/tui/pager.c \
	src/tui/palette.c \
	src/tui/picker.c \
	src/tui/plan_view.c \
	src/tui/prompt.c \
	src/tui/record_view.c \
	src/tui/soa_view.c \
	src/tui/start.c \
	src/tui/suggest.c \
	src/tui/table.c \
	src/tui/term.c \
	src/tui/value_view.c \
	src/tui/view.c
