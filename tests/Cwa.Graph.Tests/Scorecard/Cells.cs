using System.Text.Json;

namespace Cwa.Graph.Tests;

internal static class Cells
{
    /// <summary>The key of the requirement of a cell or a row of counts.</summary>
    public static string Requirement(this JsonElement cell) => cell.GetProperty("requirement").Text("key")!;
}
