using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Architecture;

/// <summary>A dependency: a type that refers to a type of another folder.</summary>
internal sealed record Step(string From, string To, string Type, string Named)
{
    public override string ToString() => $"{From}/{Type} names {To}/{Named}";
}

/// <summary>The folders of a project, and the dependencies between them.</summary>
/// <remarks>
/// Dependencies are read from the compiled code, so that comments do not count and every `var` does; only constants are
/// lost. The folder of a type is read from the source, since namespaces do not show it.
/// </remarks>
internal sealed partial class House
{
    private static readonly ArchUnitNET.Domain.Architecture Compiled = new ArchLoader()
        .LoadAssemblies(typeof(GraphBuilder).Assembly, typeof(CwaSchema).Assembly)
        .Build();

    private readonly Dictionary<string, string> _folders;

    /// <param name="project">The project's folder, named like its assembly.</param>
    public House(string project)
    {
        var root = Repository.PathOf($"src/{project}");
        _folders = Directory
            .EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => (File: file, Folder: Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)))
            .Where(source => source.Folder is ["obj" or "bin", ..] is false)
            .SelectMany(source =>
                Declaration()
                    .Matches(File.ReadAllText(source.File))
                    .Select(match =>
                        (match.Groups["name"].Value, Folder: source.Folder is [var first, _, ..] ? first : "")
                    )
            )
            .Distinct()
            .ToDictionary(type => type.Value, type => type.Folder);
        Steps =
        [
            .. Compiled
                .Types.Where(type => type.Assembly.Name.Split(',')[0] == project)
                .SelectMany(type =>
                    type.Dependencies.SelectMany(Named).Select(named => (Type: NameOf(type), Named: NameOf(named)))
                )
                .Distinct()
                .Where(pair => _folders.ContainsKey(pair.Type) && _folders.ContainsKey(pair.Named))
                .Select(pair => new Step(_folders[pair.Type], _folders[pair.Named], pair.Type, pair.Named))
                .Where(step => step.From != step.To)
                .OrderBy(step => step.ToString(), StringComparer.Ordinal),
        ];
    }

    /// <summary>The folders. Files in the project's root put everything together, and may refer to anything.</summary>
    public IReadOnlySet<string> Folders => _folders.Values.Where(folder => folder.Length > 0).ToHashSet();

    /// <summary>Every dependency of one folder on another.</summary>
    public IReadOnlyList<Step> Steps { get; }

    private static IEnumerable<IType> Named(ITypeDependency dependency) =>
        dependency.TargetGenericArguments.SelectMany(All).Prepend(dependency.Target).Where(IsNamed);

    private static IEnumerable<IType> All(GenericArgument argument) =>
        argument.GenericArguments.SelectMany(All).Prepend(argument.Type);

    // Find the simple name of an array, a pointer or a generic type.
    private static bool IsNamed(IType type) => type is not GenericParameter;

    // A nested type belongs to the type around it.
    private static string NameOf(IType type) => Nested().Replace(type.FullName, "").Split('.')[^1];

    [GeneratedRegex(@"[`+/<].*")]
    private static partial Regex Nested();

    [GeneratedRegex(
        @"^(?:public |internal )(?:(?:abstract|sealed|static|partial|readonly) )*"
            + @"(?:(?:class|record struct|record|struct|interface|enum)|delegate [^(]+?) (?<name>\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex Declaration();
}
