using System.Text;
using Cwa.Tests;

namespace Cwa.Model.Tests;

/// <summary>Files that nobody prepared, imported beside real agencies.</summary>
internal static class DirtyFile
{
    public static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static async Task<TestDatabase> DatabaseAsync()
    {
        var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await database.Contexts.SaveAsync(
            Of("SSA", "Social Security Administration"),
            Of("VA", "Department of Veterans Affairs"),
            Of("HHS", "Department of Health and Human Services"),
            Of("ED", "Department of Education"),
            Of("TREAS", "Department of the Treasury"),
            Of("ATF", "Bureau of Alcohol, Tobacco and Firearms")
        );
        return database;
    }

    /// <summary>A row of every column that a report of events needs, after its day.</summary>
    public static string Event(string agency, string month, string day, char separator = ',') =>
        string.Join(
            separator,
            agency,
            month,
            day,
            "Hall",
            "We listen.",
            "Face to face",
            "Town hall meeting",
            "Informal",
            "Open to the public",
            "Open topic",
            "local",
            "California"
        );

    public const string Events =
        "Agency,Month,Date,Title,Description,Medium,Format,Setting,Access,Topic scope,Place kind,State";

    private static Agency Of(string abbreviation, string name) =>
        Samples.Agency(abbreviation: abbreviation, name: name);
}
