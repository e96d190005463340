using System.CommandLine;
using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

internal static class ImportCommand
{
    public static Command Create()
    {
        var kind = new Argument<string>("KIND")
        {
            Description = $"What the rows are: {string.Join(", ", Imports.Kinds)}.",
        };
        kind.AcceptOnlyFromAmong([.. Imports.Kinds.Select(k => k.Name)]);
        var file = new Argument<string>("FILE")
        {
            Description = "The file: a table as text or a workbook (.xlsx), with the names of the columns above it.",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Checks every row and stores nothing." };
        var answers = new Option<string[]>("--answer")
        {
            Description = "Answers what an earlier run asked, such as dateOrder=MDY or agency.HEW=HHS.",
        };
        var command = new Command("import", "Imports a file as a whole, or not at all.")
        {
            kind,
            file,
            dryRun,
            answers,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    Imports.Find(parsed.GetValue(kind)!)!,
                    Commands.FileAt(parsed.GetValue(file)!),
                    parsed.GetValue(dryRun),
                    parsed.GetValue(answers) ?? [],
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        ImportKind kind,
        FileInfo file,
        bool dryRun,
        string[] said,
        CancellationToken cancellationToken
    )
    {
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"There is no file {file.FullName}.");
            return 2;
        }

        // An agency's name may hold a sign of equality; its abbreviation does not.
        var pairs = said.Select(answer =>
            answer.LastIndexOf('=') is >= 0 and var at
                ? KeyValuePair.Create(answer[..at], answer[(at + 1)..])
                : KeyValuePair.Create(answer, "")
        );
        if (ImportAnswers.Read(pairs, out var answers) is { } wrong)
        {
            await Console.Error.WriteLineAsync(wrong);
            return 2;
        }

        await using var host = CommandHost.Build();
        var contexts = await CommandHost.DatabaseAsync(host, cancellationToken);
        var today = host.Services.GetRequiredService<DomainClock>().Today;
        var options = new ImportOptions(today, By: Environment.UserName, DryRun: dryRun)
        {
            Answers = answers,
            RecordKey = (record, id) => NodeId.KeyOf(record.Name, id),
        };
        await using var csv = file.OpenRead();
        var result = await Imports.RunAsync(kind, csv, contexts, options, Progress(), cancellationToken);
        await TellAsync(result);
        return result.ErrorCount > 0 ? 1 : 0;
    }

    private static async Task TellAsync(ImportResult result)
    {
        foreach (var warning in result.Warnings)
            await Console.Error.WriteLineAsync($"{Place(warning.Line, warning.Column)}: {warning.Reason} (warning)");
        if (result.WarningCount > 0)
            await Console.Error.WriteLineAsync($"Warnings: {result.WarningCount:N0}.");
        foreach (var error in result.Errors)
            await Console.Error.WriteLineAsync($"{Place(error.Line, error.Column)}: {error.Reason}");
        if (result.ErrorCount > 0)
        {
            var where = result.WrongRows > 0 ? $", in {result.WrongRows:N0} of {result.Rows:N0} rows" : "";
            await Console.Error.WriteLineAsync($"Errors: {result.ErrorCount:N0}{where}. Nothing was stored.");
            return;
        }

        var outcome =
            result.Unchanged == result.Rows ? " Nothing changed."
            : result.Committed ? ""
            : " Nothing was stored: this was a dry run.";
        Console.WriteLine(
            $"Rows: {result.Rows:N0}; {result.Inserted:N0} new, {result.Updated:N0} changed, "
                + $"{result.Unchanged:N0} unchanged.{outcome}"
        );
    }

    private static string Place(long line, string column) =>
        column.Length > 0 ? $"line {line}, {column}" : $"line {line}";

    // One line that is overwritten again and again, if a person is there to see it.
    private static Progress<ImportProgress>? Progress() =>
        Console.IsErrorRedirected ? null : new(told => Console.Error.Write($"\r{told.Rows:N0} rows "));
}
