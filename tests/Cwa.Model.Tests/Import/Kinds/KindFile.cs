using System.Text;
using Cwa.Tests;

namespace Cwa.Model.Tests;

/// <summary>Files of the kinds whose rows are what a verb is told, made of the example of each.</summary>
internal static class KindFile
{
    private const string Events = """
        agency,month,title,description,starts_on,format
        SSA,1998-04,Fresno town hall,"Long waits, and what we do about them.",1998-04-21,TOWN_HALL
        SSA,1998-04,Fresno problem-solving day,"Bring your papers, leave with an answer.",1998-04-21,PROBLEM_SOLVING_DAY
        SSA,1998-04,,"How long is too long to wait? We listen, and answer.",1998-04-21,
        """;

    /// <summary>The kinds.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [.. Imports.Kinds.Select(kind => kind.Name).Except(["agencies", "complaint-metrics", "events"])];

    /// <summary>Each kind on each database.</summary>
    public static TheoryData<string, string> OnEachDatabase()
    {
        var data = new TheoryData<string, string>();
        foreach (var name in Names)
        {
            data.Add(TestDatabase.Sqlite, name);
            data.Add(TestDatabase.PostgreSql, name);
        }

        return data;
    }

    /// <summary>A database with what examples name: agencies, events and a standard.</summary>
    public static async Task<TestDatabase> PreparedAsync(string provider, string kind)
    {
        var database = await ImportDatabase.CreateAsync(provider, "SSA", "IRS", "NOAA", "HCFA");
        if (kind is "findings" or "attendance" or "problem-solving-outcomes" or "event-completions")
            Assert.Empty((await database.ImportAsync("events", Events)).Errors);
        if (kind == "measurements")
            Assert.Empty((await database.ImportAsync("standards", Of("standards"))).Errors);
        return database;
    }

    /// <summary>The example of the kind, with other values.</summary>
    public static string Of(string name, params (string Column, string Value)[] other)
    {
        var row = new Dictionary<string, string>(Imports.Find(name)!.Example);
        foreach (var (column, value) in other)
            row[column] = value;
        return $"{string.Join(',', row.Keys)}\n{string.Join(',', row.Values.Select(CsvText.Cell))}\n";
    }

    /// <summary>Rows of one file, each the example with other values.</summary>
    public static string Rows(string name, params (string Column, string Value)[][] rows) =>
        rows.Aggregate(
                new StringBuilder(),
                (file, row) =>
                    file.Append(file.Length == 0 ? Of(name, row) : Of(name, row)[(Of(name, row).IndexOf('\n') + 1)..])
            )
            .ToString();
}
