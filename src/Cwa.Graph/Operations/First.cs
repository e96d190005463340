using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>The argument `first` of a list that has no pages.</summary>
internal static class First
{
    /// <exception cref="GraphQL.ExecutionError">It is out of range (INVALID_PAGE_SIZE).</exception>
    public static void Check(int first, int most)
    {
        if (first < 1 || first > most)
            throw RequestError.PageSize($"`first` takes 1 to {most}.");
    }
}
