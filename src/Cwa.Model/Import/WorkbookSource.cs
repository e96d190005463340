namespace Cwa.Model;

/// <summary>Finds the sheet of a workbook that has the kind's columns.</summary>
internal sealed class WorkbookSource(ImportKind kind, ImportAnswers answers, ImportErrors errors)
{
    private const int RowsToTell = 100;

    /// <summary>The rows of the sheet as text; null when none fits, which has then been reported.</summary>
    public async Task<ImportSource?> OpenAsync(Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            var workbook = Workbook.Open(stream, cancellationToken);
            if (answers.Sheet is { } said)
            {
                if (workbook.Sheets.FirstOrDefault(sheet => SearchText.Same.Equals(sheet, said)) is { } chosen)
                    return await ReadAsync(workbook, chosen, remark: null, cancellationToken);
                Ask(workbook.Sheets, $"The workbook has no sheet '{ValueText.Shown(said)}'.");
                return null;
            }

            var fitting = new List<string>();
            string? whyNot = null;
            foreach (var sheet in workbook.Sheets.Take(workbook.SheetsToLookAt))
            {
                if (await WhyNotAsync(workbook, sheet, cancellationToken) is { } wrong)
                    whyNot ??= wrong;
                else
                    fitting.Add(sheet);
            }

            if (fitting is not [var first, .. var others])
            {
                errors.AddToFile(1, "", whyNot ?? "The workbook has no sheet with values.");
                return null;
            }

            var remark = others is []
                ? null
                : $"Only the sheet '{first}' was read. To read another with the same columns "
                    + $"({string.Join(", ", others)}), send the file again with sheet={others[0]}.";
            return await ReadAsync(workbook, first, remark, cancellationToken);
        }
        catch (UnfitWorkbookException unfit)
        {
            var remedy =
                "Open it in Excel, copy the rows into a new workbook, save it as \"Excel Workbook (.xlsx)\" and "
                + "send that file.";
            errors.AddToFile(1, "", $"{unfit.Message}. {remedy}");
            return null;
        }
    }

    private async Task<string?> WhyNotAsync(Workbook workbook, string sheet, CancellationToken cancellationToken)
    {
        using var top = new MemoryStream();
        workbook.Write(sheet, top, RowsToTell, cancellationToken);
        top.Position = 0;
        var form = await TableForm.FindAsync(kind, top, cancellationToken);
        return await ImportSource.WhyNotAsync(kind, form, top, cancellationToken);
    }

    private async Task<ImportSource?> ReadAsync(
        Workbook workbook,
        string sheet,
        string? remark,
        CancellationToken cancellationToken
    )
    {
        var text = Imports.OpenSpool();
        ImportSource? source = null;
        try
        {
            var lines = workbook.Write(sheet, text, int.MaxValue, cancellationToken);
            text.Position = 0;
            var form = await TableForm.FindAsync(kind, text, cancellationToken);
            if (await ImportSource.WhyNotAsync(kind, form, text, cancellationToken) is { } wrong)
                errors.AddToFile(1, "", wrong);
            else
                source = new(text, 0, form) { Sheet = sheet, Lines = lines };
        }
        finally
        {
            if (source is null)
                await text.DisposeAsync();
        }

        return source is null || remark is null ? source : source with { Remarks = [new(source.NamesOn, "", remark)] };
    }

    private void Ask(IReadOnlyList<string> sheets, string reason) =>
        errors.AddToFile(
            new ImportError(
                1,
                "",
                $"{reason} It has: {string.Join(", ", sheets)}. Send the file again with sheet=NAME."
            )
            {
                Question = ImportAnswers.QuestionOfSheets(sheets),
            }
        );
}
